package io.steadfast.desk.faces;

import io.steadfast.desk.CorrectionService;
import io.steadfast.desk.DeskRefusal;
import io.steadfast.desk.DeskService;
import io.steadfast.ledger.core.ExpiringPoints;
import io.steadfast.ledger.core.WalletTerms;
import io.steadfast.members.core.MemberStatus;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.faces.PageTexts;
import io.steadfast.platform.idempotency.PageActions;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.programs.PublishedWallets;
import io.steadfast.programs.core.Tier;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import io.steadfast.tiers.TierView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the office puts right on the page of a member, each once however often it is pressed. */
@Named("acts")
@RequestScoped
public class ActsBean {

    private static final List<String> REASONS = List.of("MISTAKE", "MISSING_PURCHASE", "COMPLAINT", "GESTURE", "OTHER");
    private static final List<String> TIER_REASONS =
            List.of("STATUS_MATCH", "MISTAKE", "COMPLAINT", "GESTURE", "OTHER");
    private static final List<String> BLOCK_REASONS = List.of("FRAUD", "MISUSE", "OWN_WISH", "OTHER");
    private static final List<String> UNBLOCK_REASONS = List.of("CLEARED", "MISTAKE", "OWN_WISH", "OTHER");

    @Inject
    private CorrectionService service;

    @Inject
    private DeskService desk;

    @Inject
    private MemberBean page;

    @Inject
    private OfficeBean office;

    @Inject
    private StatementWords said;

    @Inject
    private PublishedWallets wallets;

    @Inject
    private PageActions actions;

    @Inject
    private FrameBean frame;

    @Inject
    private PageTexts t;

    @Inject
    private HttpServletRequest request;

    private final ActsForm form = new ActsForm();
    private String action = PageActions.newId();
    private @Nullable List<ExpiringPoints> endings;
    private @Nullable List<WalletTerms> owned;

    public ActsForm getForm() {
        return form;
    }

    /** Whether the person may put anything right here. */
    public boolean isAny() {
        return isAllowed() || isErasing();
    }

    public boolean isAllowed() {
        return frame.may("POINTS_ADJUST") && isOwn();
    }

    /** Of a member who was merged nothing can be put right any more: it is the survivor's. */
    private boolean isOwn() {
        return page.getMember().status() != MemberStatus.MERGED;
    }

    /** Whether the person may move ends, set a tier and block. */
    public boolean isCorrecting() {
        return frame.may("MEMBERS_CORRECT") && isOwn();
    }

    public boolean isErasing() {
        return frame.may("MEMBERS_ERASE") && isOwn();
    }

    public List<String> getReasons() {
        return REASONS;
    }

    public List<String> getTierReasons() {
        return TIER_REASONS;
    }

    public List<String> getBlockReasons() {
        return isBlocked() ? UNBLOCK_REASONS : BLOCK_REASONS;
    }

    public boolean isBlocked() {
        return page.getMember().status() == MemberStatus.BLOCKED;
    }

    /** In which points can be given or taken. */
    public List<WalletTerms> getWallets() {
        if (owned == null) {
            owned = desk.wallets(id());
        }
        return owned;
    }

    /** What lapses when, as far as anything does. */
    public List<ExpiringPoints> getEndings() {
        if (endings == null) {
            endings = desk.expiring(id());
        }
        return endings;
    }

    /** An ending as the form names it. */
    public String name(ExpiringPoints ending) {
        return ending.wallet().value() + "/" + ending.expiresAt();
    }

    /** How much lapses after which day. */
    public String label(ExpiringPoints ending) {
        return t.with(
                "desk",
                "ending",
                "points",
                said.points(ending.wallet(), ending.points()),
                "wallet",
                said.wallet(ending.wallet()),
                "day",
                said.lastDay(ending.wallet(), ending.expiresAt()));
    }

    /** Every tier of the member's ladders, as the form names it and as it is called. */
    public Map<String, String> getTierChoices() {
        Map<String, String> choices = new LinkedHashMap<>();
        boolean several = office.getTiers().size() > 1;
        for (TierView view : office.getTiers()) {
            for (Tier tier : view.set().tiers()) {
                String called = tier.name().in(frame.getLocale());
                choices.put(name(view, tier), several ? said.program(view.ref().program()) + " · " + called : called);
            }
        }
        return choices;
    }

    private static String name(TierView view, Tier tier) {
        return view.ref().program() + "/" + view.ref().set().value() + "/"
                + tier.code().value();
    }

    public void adjust() throws IOException {
        frame.must("POINTS_ADJUST");
        MemberId id = id();
        WalletCode wallet = wallet();
        long points = form.smallest(wallets.decimals(wallet));
        CorrectionService.Correction wanted =
                new CorrectionService.Correction(id, Optional.of(wallet), points, form.getReason(), form.getNote());
        once("adjust " + wallet + " " + points + " " + form.getReason(), () -> service.adjust(wanted), "adjusted");
    }

    private WalletCode wallet() {
        return getWallets().stream()
                .map(WalletTerms::wallet)
                .filter(each ->
                        form.wallet().map(each::equals).orElse(getWallets().size() == 1))
                .findFirst()
                .orElseThrow(() -> new Refusal(DeskRefusal.CHOICE_NEEDED));
    }

    public void extend() throws IOException {
        frame.must("MEMBERS_CORRECT");
        ExpiringPoints ending = getEndings().stream()
                .filter(each -> name(each).equals(form.getEnding()))
                .findFirst()
                .orElseThrow(() -> new Refusal(DeskRefusal.CHOICE_NEEDED));
        CorrectionService.Longer wanted =
                new CorrectionService.Longer(id(), ending.wallet(), ending.expiresAt(), form.day(), form.getReason());
        once("extend " + form.getEnding() + " " + wanted.lastDay(), () -> service.extend(wanted), "extended");
    }

    public void hold() throws IOException {
        frame.must("MEMBERS_CORRECT");
        CorrectionService.Held wanted = held();
        once("hold " + form.getTier() + " " + wanted.lastDay(), () -> service.hold(wanted), "held_tier");
    }

    private CorrectionService.Held held() {
        for (TierView view : office.getTiers()) {
            for (Tier tier : view.set().tiers()) {
                if (name(view, tier).equals(form.getTier())) {
                    return new CorrectionService.Held(id(), view.ref(), tier.code(), form.day(), form.getReason());
                }
            }
        }
        throw new Refusal(DeskRefusal.CHOICE_NEEDED);
    }

    public void block() throws IOException {
        MemberId id = id();
        once("block", () -> service.block(id, form.getReason()), "blocked");
    }

    public void unblock() throws IOException {
        MemberId id = id();
        once("unblock", () -> service.unblock(id, form.getReason()), "unblocked");
    }

    /** What erasing takes away for good: the points that are left. */
    public String getWhatIsLost() {
        String points = page.getHoldings().stream()
                .filter(one -> one.spendable() > 0)
                .map(one -> said.points(one.wallet(), one.spendable()) + " " + said.wallet(one.wallet()))
                .collect(Collectors.joining(", "));
        return points.isEmpty()
                ? t.text("desk", "erase_confirm")
                : t.with("desk", "erase_confirm_points", "points", points);
    }

    /** Afterwards there is no page of the member any more: the list says that it is done. */
    public void erase() throws IOException {
        MemberId id = id();
        done("erase", () -> service.erase(id));
        leadTo("/console/members?done=erased");
    }

    private void once(String wish, Runnable effect, String told) throws IOException {
        MemberId id = id();
        done(wish, effect);
        leadTo("/console/member?id=" + id + "&done=" + told);
    }

    private void done(String wish, Runnable effect) {
        actions.once(action, id() + " " + wish, () -> {
            effect.run();
            return UUID.randomUUID().toString();
        });
    }

    private void leadTo(String address) throws IOException {
        FacesContext.getCurrentInstance().getExternalContext().redirect(request.getContextPath() + address);
    }

    private MemberId id() {
        return page.getMember().id();
    }

    public String getAction() {
        return action;
    }

    public void setAction(String action) {
        this.action = action;
    }
}
