package io.steadfast.tenants.faces;

import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.faces.PageTexts;
import io.steadfast.platform.security.OperatorInvitation;
import io.steadfast.platform.security.OperatorService;
import io.steadfast.platform.security.OperatorView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The page platform/operators: who runs the platform, and the links that invite them. */
@Named("operators")
@RequestScoped
public class OperatorsBean {

    @Inject
    private OperatorService service;

    @Inject
    private OperatorDoor door;

    @Inject
    private FrameBean frame;

    @Inject
    private PageTexts t;

    private String name = "";
    private String email = "";
    private @Nullable OperatorInvitation invitation;
    private @Nullable List<OperatorView> all;

    public List<OperatorView> getAll() {
        if (all == null) {
            door.mustOperate();
            all = service.all();
        }
        return all;
    }

    /** Adds the operator and makes the link with which they choose a password. */
    public void invite() {
        door.mustOperate();
        OperatorView made = service.create(email, name);
        invitation = service.invite(made.id());
        name = "";
        email = "";
        all = null;
    }

    /** A fresh link for somebody who lost the first one, or their password. */
    public void inviteAgain(UUID operator) {
        door.mustOperate();
        invitation = service.invite(operator);
        all = null;
    }

    public void deactivate(UUID operator) {
        door.mustOperate();
        service.deactivate(operator);
        all = null;
    }

    public void activate(UUID operator) {
        door.mustOperate();
        service.activate(operator);
        all = null;
    }

    /** Ends every session of the operator, on every device; they may sign in again. */
    public void signOut(UUID operator) {
        door.mustOperate();
        service.signOutEverywhere(operator);
        FacesContext.getCurrentInstance()
                .addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, t.text("faces", "signed_out"), null));
        all = null;
    }

    /** The link just made, to be copied; empty otherwise. */
    public String getLink() {
        return invitation == null ? "" : frame.getOrigin() + invitation.path();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name.strip();
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email.strip();
    }
}
