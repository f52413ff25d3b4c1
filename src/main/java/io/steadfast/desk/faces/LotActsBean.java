package io.steadfast.desk.faces;

import io.steadfast.desk.DeskRefusal;
import io.steadfast.desk.LotCorrectionService;
import io.steadfast.desk.LotCorrectionService.Kept;
import io.steadfast.desk.OpenLot;
import io.steadfast.ledger.LapsedLot;
import io.steadfast.platform.faces.Formats;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.faces.PageTexts;
import io.steadfast.platform.idempotency.PageActions;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the office puts right for single points of a member: kept from use, given free, brought back; each once. */
@Named("lotActs")
@RequestScoped
public class LotActsBean {

    private static final List<String> BLOCK_REASONS = List.of("FRAUD", "MISUSE", "OTHER");
    private static final List<String> FREE_REASONS = List.of("CLEARED", "MISTAKE", "OTHER");
    private static final List<String> REVIVE_REASONS = List.of("MISTAKE", "COMPLAINT", "GESTURE", "OTHER");

    @Inject
    private LotCorrectionService service;

    @Inject
    private MemberBean page;

    @Inject
    private StatementWords said;

    @Inject
    private PageActions actions;

    @Inject
    private Formats formats;

    @Inject
    private FrameBean frame;

    @Inject
    private PageTexts t;

    @Inject
    private HttpServletRequest request;

    private final ActsForm form = new ActsForm();
    private String lot = "";
    private String action = PageActions.newId();
    private @Nullable List<LapsedLot> lapsed;

    public ActsForm getForm() {
        return form;
    }

    public List<String> getBlockReasons() {
        return BLOCK_REASONS;
    }

    public List<String> getFreeReasons() {
        return FREE_REASONS;
    }

    public List<String> getReviveReasons() {
        return REVIVE_REASONS;
    }

    /** Lots of which something can be kept from use. */
    public List<OpenLot> getFree() {
        return page.getLots().stream()
                .filter(each -> each.points() > each.blocked())
                .toList();
    }

    /** Lots of which something is kept from use. */
    public List<OpenLot> getBlocked() {
        return page.getLots().stream().filter(each -> each.blocked() > 0).toList();
    }

    /** What lapsed not too long ago. */
    public List<LapsedLot> getLapsed() {
        if (lapsed == null) {
            lapsed = service.lapsed(id());
        }
        return lapsed;
    }

    /** How many points can be kept from use, and when they were earned. */
    public String freeLabel(OpenLot one) {
        return earned(one, one.points() - one.blocked());
    }

    /** How many points are kept from use, and when they were earned. */
    public String blockedLabel(OpenLot one) {
        return earned(one, one.blocked());
    }

    private String earned(OpenLot one, long points) {
        return t.with(
                "desk",
                "lot_earned",
                "points",
                said.points(one.wallet(), points),
                "wallet",
                said.wallet(one.wallet()),
                "day",
                formats.day(one.earnedAt()));
    }

    /** How many points, and their last day. */
    public String lapsedLabel(LapsedLot one) {
        return t.with(
                "desk",
                "lot_lapsed",
                "points",
                said.points(one.wallet(), one.points()),
                "wallet",
                said.wallet(one.wallet()),
                "day",
                said.lastDay(one.wallet(), one.lapsedAt()));
    }

    public void block() throws IOException {
        frame.must("MEMBERS_CORRECT");
        Kept wanted = kept(getFree());
        once("lot block " + lot, () -> service.block(wanted), "points_blocked");
    }

    public void free() throws IOException {
        frame.must("MEMBERS_CORRECT");
        Kept wanted = kept(getBlocked());
        once("lot free " + lot, () -> service.free(wanted), "points_freed");
    }

    private Kept kept(List<OpenLot> choices) {
        OpenLot chosen = choices.stream()
                .filter(each -> each.id().toString().equals(lot))
                .findFirst()
                .orElseThrow(() -> new Refusal(DeskRefusal.CHOICE_NEEDED));
        return new Kept(id(), chosen.wallet(), Optional.of(chosen.id()), form.getReason());
    }

    public void revive() throws IOException {
        frame.must("MEMBERS_CORRECT");
        LapsedLot chosen = getLapsed().stream()
                .filter(each -> each.id().toString().equals(lot))
                .findFirst()
                .orElseThrow(() -> new Refusal(DeskRefusal.CHOICE_NEEDED));
        LotCorrectionService.Revived wanted =
                new LotCorrectionService.Revived(id(), chosen.wallet(), chosen.id(), form.day(), form.getReason());
        once("lot revive " + lot + " " + wanted.lastDay(), () -> service.reinstate(wanted), "points_back");
    }

    private void once(String wish, Runnable effect, String told) throws IOException {
        MemberId id = id();
        actions.once(action, id + " " + wish, () -> {
            effect.run();
            return UUID.randomUUID().toString();
        });
        FacesContext.getCurrentInstance()
                .getExternalContext()
                .redirect(request.getContextPath() + "/console/member?id=" + id + "&done=" + told);
    }

    private MemberId id() {
        return page.getMember().id();
    }

    public String getLot() {
        return lot;
    }

    public void setLot(String lot) {
        this.lot = lot.strip();
    }

    public String getAction() {
        return action;
    }

    public void setAction(String action) {
        this.action = action;
    }
}
