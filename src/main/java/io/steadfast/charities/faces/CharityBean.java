package io.steadfast.charities.faces;

import io.steadfast.charities.CharityService;
import io.steadfast.charities.SettlementService;
import io.steadfast.charities.core.Charity;
import io.steadfast.charities.core.CharityProfile;
import io.steadfast.charities.core.CharityRefusal;
import io.steadfast.charities.core.CharityStatus;
import io.steadfast.charities.core.CharityTotal;
import io.steadfast.charities.core.Settlement;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.SecurityRefusal;
import io.steadfast.programs.core.CharityCode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/** The page console/charity: one charity with its settlements, or a new one. */
@Named("charityPage")
@RequestScoped
public class CharityBean {

    private static final int BATCHES = 50;

    @Inject
    private CharityService charities;

    @Inject
    private SettlementService settlements;

    @Inject
    private FrameBean frame;

    @Inject
    private HttpServletRequest request;

    private @Nullable Charity charity;
    private @Nullable CharityForm form;
    private String reference = "";

    public boolean isNew() {
        return Optional.ofNullable(request.getParameter("code")).orElse("").isEmpty();
    }

    public Charity getCharity() {
        if (charity == null) {
            if (!frame.may("REPORTS_VIEW")) {
                throw new Refusal(SecurityRefusal.NOT_PERMITTED);
            }
            charity = charities
                    .find(code(request.getParameter("code")))
                    .orElseThrow(() -> new Refusal(CharityRefusal.CHARITY_UNKNOWN));
        }
        return charity;
    }

    private static CharityCode code(String text) {
        if (!CharityCode.isOne(text)) {
            throw new Refusal(CharityRefusal.CHARITY_UNKNOWN);
        }
        return new CharityCode(text);
    }

    public CharityForm getForm() {
        if (form == null) {
            form = isNew() ? new CharityForm() : CharityForm.of(getCharity().profile());
        }
        return form;
    }

    public boolean isEditable() {
        return frame.may("CHARITIES_EDIT");
    }

    public List<CharityTotal> getTotals() {
        return charities.totals(List.of(getCharity().code()));
    }

    /** The latest first. */
    public List<Settlement> getSettlements() {
        return settlements.list(getCharity().code(), Optional.empty(), BATCHES);
    }

    /** Adds the charity, or keeps what was changed. */
    public String save() {
        mustEdit();
        CharityForm typed = getForm();
        Charity kept = isNew()
                ? charities.add(newCode(typed.getCode()), typed.changed(Optional.empty()))
                : charities.change(
                        getCharity().code(),
                        version(),
                        typed.changed(Optional.of(getCharity().profile())));
        return "/console/charity?faces-redirect=true&saved=1&code=" + kept.code();
    }

    private static CharityCode newCode(String text) {
        if (!CharityCode.isOne(text)) {
            throw new Refusal(CharityRefusal.CHARITY_CODE_NOT_VALID);
        }
        return new CharityCode(text);
    }

    /** Closes an open charity, opens a closed one. */
    public String turn() {
        mustEdit();
        CharityProfile before = getCharity().profile();
        charities.change(
                getCharity().code(),
                version(),
                new CharityProfile(
                        before.name(),
                        before.description(),
                        before.url(),
                        before.registration(),
                        getCharity().open() ? CharityStatus.CLOSED : CharityStatus.OPEN));
        return "/console/charity?faces-redirect=true&code=" + getCharity().code();
    }

    /** The version the page showed; somebody else may have changed it since. */
    private long version() {
        String shown = request.getParameter("version");
        return shown != null && shown.matches("[0-9]{1,18}")
                ? Long.parseLong(shown)
                : getCharity().version();
    }

    /** Keeps that the charity has acknowledged a batch. */
    public String acknowledge(UUID settlement) {
        maySettle();
        if (!reference.isBlank()) {
            settlements.receipted(getCharity().code(), settlement, reference.strip());
        }
        return "/console/charity?faces-redirect=true&code=" + getCharity().code();
    }

    public void pdf(UUID settlement) throws IOException {
        byte[] bytes = settlements.pdf(getCharity().code(), settlement, frame.getLocale());
        Faces.sendFile(bytes, name(settlement) + ".pdf", true);
    }

    public void csv(UUID settlement) throws IOException {
        Faces.sendFile(settlements.csv(getCharity().code(), settlement), name(settlement) + ".csv", true);
    }

    private String name(UUID settlement) {
        return "settlement-" + settlements.get(getCharity().code(), settlement).number();
    }

    private void mustEdit() {
        if (!isEditable()) {
            throw new Refusal(SecurityRefusal.NOT_PERMITTED);
        }
    }

    private void maySettle() {
        if (!frame.may("SETTLEMENTS_RUN")) {
            throw new Refusal(SecurityRefusal.NOT_PERMITTED);
        }
    }

    public String getReference() {
        return reference;
    }

    public void setReference(String reference) {
        this.reference = reference;
    }
}
