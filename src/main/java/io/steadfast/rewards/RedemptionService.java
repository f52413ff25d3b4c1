package io.steadfast.rewards;

import io.steadfast.accrual.core.GrantDates;
import io.steadfast.ledger.LedgerService;
import io.steadfast.ledger.PointsUsable;
import io.steadfast.members.OwnCard;
import io.steadfast.members.core.Enrolment;
import io.steadfast.members.core.MemberProfile;
import io.steadfast.members.core.MemberRefusal;
import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.refusals.FieldError;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.Reward;
import io.steadfast.programs.core.RewardKind;
import io.steadfast.rewards.core.Availability;
import io.steadfast.rewards.core.Redemption;
import io.steadfast.rewards.core.RedemptionCause;
import io.steadfast.rewards.core.RedemptionState;
import io.steadfast.rewards.core.RewardRefusal;
import io.steadfast.rewards.core.Stock;
import io.steadfast.rewards.core.Unmet;
import io.steadfast.rewards.store.RedemptionRepository;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.vouchers.VoucherService;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/**
 * Points become something, in one transaction: the member is locked, availability judged, points used, stock taken, and
 * what was bought handed out. Nothing of it happens, or all of it.
 */
@Stateless
public class RedemptionService {

    @Inject
    private LedgerService ledger;

    @Inject
    private ProgramService programs;

    @Inject
    private RewardShelf shelf;

    @Inject
    private CreditShare share;

    @Inject
    private RedemptionDesk desk;

    @Inject
    private PointsUsable usable;

    @Inject
    private RedemptionRepository redemptions;

    @Inject
    private VoucherService vouchers;

    @Inject
    private OwnCard ownCard;

    @Inject
    private TenantClock clock;

    /**
     * Redeems.
     *
     * @throws Refusal MEMBER_UNKNOWN (404); OWN_CARD; REWARD_NOT_OFFERED; REWARD_AMBIGUOUS; POINTS_NOT_A_MULTIPLE;
     *     REWARD_NOT_AVAILABLE with every reason in its errors, among them BASKET_NEEDED, BASKET_TOO_SMALL and
     *     CREDIT_SHARE_EXCEEDED where it costs credit that may pay only a part of an order
     */
    public Redeemed redeem(RedemptionWish wish) {
        ownCard.refuse(wish.member());
        Instant now = clock.now().truncatedTo(ChronoUnit.MICROS);
        List<RewardShelf.Ahead> asked = new ArrayList<>();
        LedgerService.Standing standing =
                ledger.lockMember(wish.member(), () -> asked.add(shelf.lookAhead(wish.member(), wish.reward(), now)));
        RewardShelf.Ahead ahead = asked.get(0);
        MemberProfile profile = ahead.profile().get().orElseThrow(() -> new Refusal(MemberRefusal.MEMBER_UNKNOWN));
        ProgramVersion version = offering(wish, profile, now);
        Reward reward = version.document().reward(wish.reward()).orElseThrow();
        RewardShelf.Visitor visitor =
                shelf.counted(shelf.visitor(profile, standing.balances(), now), version, List.of(reward), now);
        Stock stock = shelf.stock(version, reward, ahead);
        Availability single = shelf.judged(version, reward, stock, visitor, new Availability.Wanted(1, now));
        int quantity = quantity(wish, single);
        Availability availability = quantity == 1
                ? single
                : shelf.judged(version, reward, stock, visitor, new Availability.Wanted(quantity, now));
        Sale sale = new Sale(
                Ids.next(),
                wish,
                Sale.Why.REQUEST,
                version,
                reward,
                quantity,
                availability.points().orElse(0),
                new GrantDates(version.document(), visitor.tiers(), now),
                now);
        List<FieldError> against = against(sale, availability);
        if (!against.isEmpty()) {
            throw notAvailable(reward, against);
        }
        return sold(sale, stock);
    }

    private Redeemed sold(Sale sale, Stock stock) {
        OptionalInt taken = desk.take(sale, stock);
        if (taken.isEmpty()) {
            long left = shelf.stock(sale.version(), sale.reward()).left().orElse(0);
            throw notAvailable(sale.reward(), errors(List.of(Unmet.stock(left))));
        }
        Redeemed made = desk.make(sale, taken.getAsInt());
        if (sale.reward().gives() instanceof RewardKind.Credit credit) {
            usable.tell(sale.wish().member(), Set.of(credit.wallet()));
        }
        return made;
    }

    /**
     * A redemption with its vouchers and what became of it.
     *
     * @throws Refusal REDEMPTION_UNKNOWN
     */
    public Redeemed get(UUID id) {
        return whole(known(id));
    }

    /** As {@link #get}, for a page whose address may name anything. */
    public Optional<Redeemed> find(UUID id) {
        return redemptions.find(id).map(this::whole);
    }

    private Redeemed whole(Redemption redemption) {
        UUID id = redemption.id();
        return new Redeemed(redemption, vouchers.about(id), redemptions.events(id), List.of());
    }

    /**
     * Takes a redemption back: points to the lots they came from, stock and vouchers too. Cancelling again answers the same.
     *
     * @param reason a code, as in CHANGED_MIND
     * @throws Refusal REDEMPTION_UNKNOWN; REDEMPTION_FULFILLED once it was sent, given away or its credit spent;
     *     VOUCHER_USED, VOUCHER_EXPIRED, VOUCHER_BLOCKED where a voucher can't be taken back; OWN_CARD
     */
    public Redeemed cancel(UUID id, String reason) {
        lock(id);
        Redemption redemption = known(id);
        if (redemption.state() == RedemptionState.CANCELLED) {
            return get(id);
        }
        Redeemed takenBack = desk.takeBack(redemption, reason);
        if (redemption.cause() == RedemptionCause.REQUEST) {
            usable.tell(redemption.member(), Set.of(redemption.wallet()));
        }
        return takenBack;
    }

    /**
     * Notes that a thing was sent or has arrived; noting the same again answers the same.
     *
     * @throws Refusal REDEMPTION_UNKNOWN; FULFILMENT_OUT_OF_ORDER; OWN_CARD
     */
    public Redeemed fulfil(UUID id, RedemptionState state, String reason) {
        lock(id);
        Redemption redemption = known(id);
        if (redemption.state() == state) {
            return get(id);
        }
        if (!redemption.state().mayBecome(state)) {
            throw new Refusal(
                    RewardRefusal.FULFILMENT_OUT_OF_ORDER,
                    Map.of("state", redemption.state().name()));
        }
        desk.become(redemption, state, reason);
        return get(id);
    }

    /** Locks whose it is: by whoever isn't them. */
    private void lock(UUID id) {
        MemberId whose = known(id).member();
        ownCard.refuse(whose);
        ledger.lockMember(whose);
    }

    private Redemption known(UUID id) {
        return redemptions.find(id).orElseThrow(() -> new Refusal(RewardRefusal.REDEMPTION_UNKNOWN));
    }

    /** The one version, of those that the member's programs have in force, which has the reward. */
    private ProgramVersion offering(RedemptionWish wish, MemberProfile profile, Instant now) {
        List<ProgramCode> enrolled = profile.enrolments().stream()
                .filter(enrolment -> enrolment.covers(now))
                .map(Enrolment::program)
                .filter(code -> wish.program().isEmpty() || wish.program().get().equals(code))
                .toList();
        List<ProgramVersion> fitting = programs.inForce(enrolled, now).stream()
                .filter(version -> version.document().reward(wish.reward()).isPresent())
                .toList();
        Map<String, Object> details = Map.of("reward", wish.reward().value());
        if (fitting.isEmpty()) {
            throw new Refusal(RewardRefusal.REWARD_NOT_OFFERED, details);
        }
        if (fitting.size() > 1) {
            throw new Refusal(RewardRefusal.REWARD_AMBIGUOUS, details);
        }
        return fitting.get(0);
    }

    private static int quantity(RedemptionWish wish, Availability single) {
        if (wish.points().isEmpty() || single.points().isEmpty()) {
            return wish.quantity().orElse(1);
        }
        long points = wish.points().get();
        long price = single.points().getAsLong();
        long quantity = points / price;
        if (quantity * price != points
                || quantity < 1
                || quantity > RewardLimits.MOST_AT_ONCE
                || wish.quantity().filter(each -> each != quantity).isPresent()) {
            throw new Refusal(RewardRefusal.POINTS_NOT_A_MULTIPLE, Map.of("price", price));
        }
        return (int) quantity;
    }

    private List<FieldError> against(Sale sale, Availability availability) {
        List<FieldError> against = new ArrayList<>(errors(availability.reasons()));
        share.against(sale).ifPresent(against::add);
        return against;
    }

    private static List<FieldError> errors(List<Unmet> reasons) {
        return reasons.stream()
                .map(unmet -> new FieldError("reward", unmet.reason(), unmet.details()))
                .toList();
    }

    private static Refusal notAvailable(Reward reward, List<FieldError> against) {
        return new Refusal(
                RewardRefusal.REWARD_NOT_AVAILABLE,
                Map.of("reward", reward.code().value()),
                against);
    }
}
