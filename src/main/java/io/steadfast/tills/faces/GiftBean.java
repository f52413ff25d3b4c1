package io.steadfast.tills.faces;

import io.steadfast.platform.faces.Formats;
import io.steadfast.platform.faces.PageTexts;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.security.Permission;
import io.steadfast.shared.MemberId;
import io.steadfast.tills.CounterService;
import io.steadfast.tills.core.Place;
import io.steadfast.tills.core.TillRefusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The member card's goodwill and stamps. */
@Named("gift")
@RequestScoped
public class GiftBean {

    private static final List<String> REASONS = List.of("DELAY", "DEFECT", "SERVICE", "WELCOME", "OTHER");

    @Inject
    private CounterBean counter;

    @Inject
    private CounterService service;

    @Inject
    private CurrentActor actor;

    @Inject
    private Formats formats;

    @Inject
    private PageTexts t;

    private String points = "";
    private String reason = "";
    private String note = "";
    private String approver = "";
    private String secret = "";

    public List<String> getReasons() {
        return REASONS;
    }

    /** How much may be given at once, and how much more today. */
    public String getLimitText() {
        return service.goodwillLeft()
                .map(left -> t.with(
                        "tills",
                        "points_limit",
                        "limit",
                        formats.number(left.atOnce()),
                        "left",
                        formats.number(left.today())))
                .orElseGet(() -> t.text("tills", "points_free"));
    }

    /** Whether the points typed are more than the person may give: the manager's fields stand open then, and are read if sent. */
    public boolean isAboveLimit() {
        boolean reading = FacesContext.getCurrentInstance().getCurrentPhaseId() != PhaseId.RENDER_RESPONSE;
        return reading || isMore();
    }

    private boolean isMore() {
        return !points.isEmpty()
                && points.matches("[0-9]{1,9}")
                && service.goodwillLeft()
                        .filter(left -> !left.covers(Long.parseLong(points)))
                        .isPresent();
    }

    public void give() throws IOException {
        actor.actor().must(Permission.STORE_SERVE);
        if (!points.matches("[0-9]{1,9}")) {
            throw new Refusal(TillRefusal.AMOUNT_NOT_VALID);
        }
        MemberId id = counter.member();
        Place place = counter.place();
        CounterService.Gift gift = new CounterService.Gift(id, Long.parseLong(points), reason, note);
        Optional<CounterService.Approval> approval =
                approver.isEmpty() ? Optional.empty() : Optional.of(new CounterService.Approval(approver, secret));
        counter.once("goodwill " + id + " " + points + " " + reason, () -> service.goodwill(gift, approval, place), id);
    }

    public void stamp(String card) throws IOException {
        actor.actor().must(Permission.STORE_SERVE);
        MemberId id = counter.member();
        Place place = counter.place();
        counter.once("stamp " + id + " " + card, () -> service.stamp(id, card, place), id);
    }

    public String getPoints() {
        return points;
    }

    public void setPoints(String points) {
        this.points = points.strip();
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = REASONS.contains(reason) ? reason : "";
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note.strip();
    }

    public String getApprover() {
        return approver;
    }

    public void setApprover(String approver) {
        this.approver = approver.strip();
    }

    public String getSecret() {
        return secret;
    }

    public void setSecret(String secret) {
        this.secret = secret;
    }
}
