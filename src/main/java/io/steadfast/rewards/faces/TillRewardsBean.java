package io.steadfast.rewards.faces;

import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.idempotency.PageActions;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.security.SecurityRefusal;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.RewardCode;
import io.steadfast.rewards.Redeemed;
import io.steadfast.rewards.RedemptionService;
import io.steadfast.rewards.RedemptionWish;
import io.steadfast.rewards.RewardOffer;
import io.steadfast.rewards.RewardService;
import io.steadfast.rewards.core.RedemptionState;
import io.steadfast.rewards.core.RewardRefusal;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rewards on the store's member card: the best one, the others with their reasons, redeem in one tap and undo. */
@Named("tillRewards")
@RequestScoped
public class TillRewardsBean {

    /** How long a mistake can be undone at the till. */
    private static final Duration UNDO = Duration.ofMinutes(10);

    @Inject
    private RewardService rewards;

    @Inject
    private RedemptionService redemptions;

    @Inject
    private ProgramService programs;

    @Inject
    private PageActions actions;

    @Inject
    private CurrentActor actor;

    @Inject
    private FrameBean frame;

    @Inject
    private TenantClock clock;

    @Inject
    private HttpServletRequest request;

    private @Nullable List<RewardOffer> offers;
    private @Nullable Optional<Redeemed> done;
    private String action = PageActions.newId();

    /** What can be had first, the dearest first; then what comes nearest. */
    public List<RewardOffer> getOffers() {
        if (offers == null) {
            offers = frame.may("MEMBERS_VIEW")
                    ? member().map(id -> rewards.forMember(id, Optional.empty())).orElse(List.of()).stream()
                            .filter(offer -> offer.reward().price().isPresent())
                            .sorted(Comparator.comparing((RewardOffer offer) -> isAvailable(offer) ? 0 : 1)
                                    .thenComparing(TillRewardsBean::nearness)
                                    .thenComparing(offer -> offer.reward().code()))
                            .toList()
                    : List.of();
        }
        return offers;
    }

    /** The best that can be had, else the nearest. */
    public Optional<RewardOffer> getBest() {
        return getOffers().stream().findFirst();
    }

    public List<RewardOffer> getOthers() {
        return getOffers().stream().skip(1).toList();
    }

    public boolean isAvailable(RewardOffer offer) {
        return offer.availability().filter(each -> each.available()).isPresent();
    }

    public boolean isAllowed() {
        return frame.may("POINTS_REDEEM");
    }

    /** Of those that can be had the dearest first, of the others the one with the fewest points missing. */
    private static long nearness(RewardOffer offer) {
        return offer.availability()
                .map(each -> each.available()
                        ? -each.points().orElse(0)
                        : each.reasons().size() * 1_000_000_000L
                                + each.reasons().stream()
                                        .flatMap(unmet -> unmet.points().stream())
                                        .findFirst()
                                        .orElse(0L))
                .orElse(Long.MAX_VALUE);
    }

    public String getAction() {
        return action;
    }

    public void setAction(String action) {
        this.action = action;
    }

    /** Redeems one, once however often it is tapped, and shows it. */
    public void redeem(String program, String code) throws IOException {
        mustHave("POINTS_REDEEM");
        MemberId id = member().orElseThrow(() -> new Refusal(RewardRefusal.REWARD_UNKNOWN));
        RedemptionWish wish = RedemptionWish.of(id, new RewardCode(code)).in(new ProgramCode(program));
        RedemptionWish here = store().map(wish::at).orElse(wish);
        String made = actions.once(
                action,
                id + " " + program + "/" + code,
                () -> redemptions.redeem(here).redemption().id().toString());
        show("/store/?member=" + id + "&done=" + made);
    }

    /** What was just redeemed for this member, as the address says. */
    public Optional<Redeemed> getDone() {
        if (done == null) {
            done = given("done")
                    .flatMap(TillRewardsBean::id)
                    .flatMap(this::found)
                    .filter(each ->
                            member().equals(Optional.of(each.redemption().member())));
        }
        return done;
    }

    /** What it was called when it was redeemed. */
    public String getDoneName() {
        return getDone()
                .map(Redeemed::redemption)
                .flatMap(made -> programs.version(made.program(), made.version())
                        .flatMap(version -> version.document().reward(made.reward())))
                .map(reward -> reward.name().in(frame.getLocale()))
                .orElse("");
    }

    private Optional<Redeemed> found(UUID id) {
        try {
            return frame.may("MEMBERS_VIEW") ? Optional.of(redemptions.get(id)) : Optional.empty();
        } catch (Refusal unknown) {
            return Optional.empty();
        }
    }

    public boolean isUndoable() {
        Instant now = clock.now();
        return isAllowed()
                && getDone()
                        .filter(each -> each.redemption().state().mayBeCancelled())
                        .filter(each -> each.redemption().madeAt().plus(UNDO).isAfter(now))
                        .isPresent();
    }

    public boolean isUndone() {
        return getDone()
                .filter(each -> each.redemption().state() == RedemptionState.CANCELLED)
                .isPresent();
    }

    /** Takes a mistake back within ten minutes. */
    public void undo() throws IOException {
        mustHave("POINTS_REDEEM");
        if (!isUndoable()) {
            throw new Refusal(RewardRefusal.REDEMPTION_FULFILLED);
        }
        Redeemed mistake = getDone().orElseThrow();
        redemptions.cancel(mistake.redemption().id(), "MISTAKE");
        show("/store/?member=" + mistake.redemption().member() + "&done="
                + mistake.redemption().id());
    }

    private void show(String page) throws IOException {
        FacesContext.getCurrentInstance().getExternalContext().redirect(request.getContextPath() + page);
    }

    /** The store the person serves; people of several or all stores name none. */
    private Optional<String> store() {
        return actor.actor().stores().size() == 1
                ? actor.actor().stores().stream().findFirst()
                : Optional.empty();
    }

    private Optional<MemberId> member() {
        return given("member").flatMap(TillRewardsBean::id).map(MemberId::new);
    }

    private Optional<String> given(String name) {
        return Optional.ofNullable(request.getParameter(name));
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private void mustHave(String permission) {
        if (!frame.may(permission)) {
            throw new Refusal(SecurityRefusal.NOT_PERMITTED);
        }
    }
}
