package io.steadfast.rewards.faces;

import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.faces.Refused;
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
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
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
    private TillBasketBean baskets;

    @Inject
    private HttpServletRequest request;

    private @Nullable List<RewardOffer> offers;
    private @Nullable Optional<Redeemed> done;
    private Optional<Tried> tried = Optional.empty();
    private String action = PageActions.newId();

    /** A reward somebody tapped, with the basket they typed. */
    private record Tried(String program, String code, long basket) {}

    private static boolean isOf(RewardOffer offer, String program, String code) {
        return offer.version().code().value().equals(program)
                && offer.reward().code().value().equals(code);
    }

    /** What can be had first, the dearest first; then what comes nearest. */
    public List<RewardOffer> getOffers() {
        if (offers == null) {
            offers = frame.may("MEMBERS_VIEW")
                    ? member().map(this::judged).orElse(List.of()).stream()
                            .filter(offer -> offer.reward().price().isPresent())
                            .sorted(Comparator.comparing((RewardOffer offer) -> isWithin(offer) ? 0 : 1)
                                    .thenComparing(this::nearness)
                                    .thenComparing(offer -> offer.reward().code()))
                            .toList()
                    : List.of();
        }
        return offers;
    }

    /** The reason comes with the shelf as it is by then. */
    void forget(@Observes(notifyObserver = Reception.IF_EXISTS) Refused refused) {
        offers = null;
        done = null;
    }

    private List<RewardOffer> judged(MemberId id) {
        return rewards.forMember(id, Optional.empty(), Optional.empty()).stream()
                .map(offer -> tried.filter(wish -> isOf(offer, wish.program(), wish.code()))
                        .flatMap(wish -> judged(id, wish))
                        .orElse(offer))
                .toList();
    }

    private Optional<RewardOffer> judged(MemberId id, Tried wish) {
        return rewards.forMember(id, Optional.of(new ProgramCode(wish.program())), Optional.of(wish.basket())).stream()
                .filter(offer -> isOf(offer, wish.program(), wish.code()))
                .findFirst();
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

    /** Whether it can be had, or could with the right basket. */
    public boolean isWithin(RewardOffer offer) {
        return isAvailable(offer) || baskets.isAsked(offer);
    }

    public boolean isAllowed() {
        return frame.may("POINTS_REDEEM");
    }

    /** Of those that can be had the dearest first, of the others the one with the fewest points missing. */
    private long nearness(RewardOffer offer) {
        return offer.availability()
                .map(each -> isWithin(offer)
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
        Optional<Long> basket = baskets.read(offer(program, code));
        if (basket.isPresent()) {
            tried = Optional.of(new Tried(program, code, basket.get()));
            offers = null;
            if (!isAvailable(offer(program, code))) {
                // Everything against it stands beside it now, in words.
                return;
            }
        }
        RedemptionWish wish = wish(id, program, code, basket);
        String made = actions.once(
                action,
                id + " " + program + "/" + code
                        + basket.map(amount -> " for " + amount).orElse(""),
                () -> redemptions.redeem(wish).redemption().id().toString());
        show("/store/?member=" + id + "&done=" + made);
    }

    private RewardOffer offer(String program, String code) {
        return getOffers().stream()
                .filter(offer -> isOf(offer, program, code))
                .findFirst()
                .orElseThrow(() -> new Refusal(RewardRefusal.REWARD_UNKNOWN));
    }

    private RedemptionWish wish(MemberId id, String program, String code, Optional<Long> basket) {
        RedemptionWish wish = RedemptionWish.of(id, new RewardCode(code)).in(new ProgramCode(program));
        RedemptionWish here = store().map(wish::at).orElse(wish);
        return basket.map(here::paying).orElse(here);
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
        return frame.may("MEMBERS_VIEW") ? redemptions.find(id) : Optional.empty();
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
