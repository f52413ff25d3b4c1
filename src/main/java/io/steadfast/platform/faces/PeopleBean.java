package io.steadfast.platform.faces;

import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.Invitation;
import io.steadfast.platform.security.NewPerson;
import io.steadfast.platform.security.PersonService;
import io.steadfast.platform.security.PersonView;
import io.steadfast.platform.security.Role;
import io.steadfast.platform.security.SecurityRefusal;
import io.steadfast.platform.tenancy.CurrentTenant;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The page console/people: who may sign in, as what, and the links that invite them. */
@Named("people")
@RequestScoped
public class PeopleBean {

    @Inject
    private PersonService service;

    @Inject
    private CurrentTenant currentTenant;

    @Inject
    private FrameBean frame;

    @Inject
    private PageTexts t;

    private String name = "";
    private String email = "";
    private String role = Role.MARKETER.name();
    private String stores = "";
    private List<String> picked = new ArrayList<>();
    private String chosen = "";
    private @Nullable Invitation invitation;
    private @Nullable List<PersonView> all;

    public List<PersonView> getAll() {
        if (all == null) {
            mustEdit();
            all = service.all();
        }
        return all;
    }

    public List<String> getRoles() {
        return Arrays.stream(Role.values()).map(Role::name).toList();
    }

    /** Adds the person and makes the link with which they choose a password. */
    public void invite() {
        mustEdit();
        PersonView made = service.create(new NewPerson(email, name, Set.of(chosenRole()), codes()));
        invitation = service.invite(made.id());
        name = "";
        email = "";
        stores = "";
        picked = new ArrayList<>();
        all = null;
    }

    /** Chosen by name where stores are declared, else typed as codes. */
    private Set<String> codes() {
        return Stream.concat(Arrays.stream(stores.split(",", -1)), picked.stream())
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toSet());
    }

    /** The codes that people have already. */
    public Set<String> getKnownStores() {
        return getAll().stream().flatMap(one -> one.stores().stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    public List<String> getPicked() {
        return picked;
    }

    public void setPicked(List<String> picked) {
        this.picked = new ArrayList<>(picked);
    }

    /** Gives the person chosen this one role, with its stores, in place of what they had. */
    public void changeRole() {
        mustEdit();
        service.setRoles(Given.id(chosen, SecurityRefusal.PERSON_UNKNOWN), Set.of(chosenRole()), codes());
        stores = "";
        picked = new ArrayList<>();
        all = null;
    }

    private Role chosenRole() {
        return Given.code(role, Role::valueOf, SecurityRefusal.ROLE_NEEDED);
    }

    /** A fresh link for somebody who lost the first one, or their password. */
    public void inviteAgain(UUID person) {
        mustEdit();
        invitation = service.invite(person);
        all = null;
    }

    public void deactivate(UUID person) {
        mustEdit();
        service.deactivate(person);
        all = null;
    }

    /** Ends every session of the person, on every device; they may sign in again. */
    public void signOut(UUID person) {
        mustEdit();
        service.signOutEverywhere(person);
        FacesContext.getCurrentInstance()
                .addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, t.text("faces", "signed_out"), null));
        all = null;
    }

    public void activate(UUID person) {
        mustEdit();
        service.activate(person);
        all = null;
    }

    private void mustEdit() {
        if (!frame.may("PEOPLE_EDIT")) {
            throw new Refusal(SecurityRefusal.NOT_PERMITTED);
        }
    }

    /** The link just made, to be copied; empty otherwise. */
    public String getLink() {
        if (invitation == null) {
            return "";
        }
        return frame.getOrigin() + "/invitation?brand=" + currentTenant.slug().value() + "&token=" + invitation.token();
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

    public String getRole() {
        return role;
    }

    public void setRole(String role) {
        this.role = role;
    }

    public String getChosen() {
        return chosen;
    }

    public void setChosen(String chosen) {
        this.chosen = chosen;
    }

    public String getStores() {
        return stores;
    }

    public void setStores(String stores) {
        this.stores = stores;
    }
}
