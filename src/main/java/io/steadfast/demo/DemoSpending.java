package io.steadfast.demo;

import io.steadfast.charities.DonationService;
import io.steadfast.charities.SettlementService;
import io.steadfast.charities.core.Settlement;
import io.steadfast.members.MemberService;
import io.steadfast.members.core.IdentityKind;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.CharityCode;
import io.steadfast.programs.core.Giving;
import io.steadfast.programs.core.ProgramSummary;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.rewards.RedemptionService;
import io.steadfast.rewards.RedemptionWish;
import io.steadfast.rewards.RewardOffer;
import io.steadfast.rewards.RewardService;
import io.steadfast.rewards.core.Availability;
import io.steadfast.shared.MemberId;
import io.steadfast.vouchers.VoucherService;
import io.steadfast.vouchers.VoucherUse;
import io.steadfast.vouchers.core.Voucher;
import io.steadfast.vouchers.core.VoucherOrder;
import io.steadfast.vouchers.core.VoucherState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What a day's members do with what they have: redeem the best they can, use vouchers, give points; and charities are paid. */
@ApplicationScoped
class DemoSpending {

    private static final Logger LOG = Logger.getLogger(DemoSpending.class.getName());

    private static final int REDEEMS = 5;
    private static final int USES = 6;
    private static final int GIVES = 7;
    private static final int REDEEMS_A_THOUSAND_DAYS = 15;
    private static final int USES_OF_A_THOUSAND_PURCHASES = 500;
    private static final int GIVES_A_THOUSAND_DAYS = 6;
    private static final int SETTLES_ON = 5;
    private static final int RECEIPT_COMES_ON = 20;
    private static final int MOST = 20;

    @Inject
    private MemberService members;

    @Inject
    private ProgramService programs;

    @Inject
    private RewardService rewards;

    @Inject
    private RedemptionService redemptions;

    @Inject
    private VoucherService vouchers;

    @Inject
    private DonationService donations;

    @Inject
    private SettlementService settlements;

    @Inject
    private TenantClock clock;

    void spend(DemoHistory.Days days, LocalDate day) {
        List<ProgramVersion> versions = programs.inForce(
                programs.list("", MOST).stream().map(ProgramSummary::code).toList(), clock.now());
        boolean sells = versions.stream()
                .anyMatch(version -> !version.document().rewards().isEmpty());
        Optional<Giving> points = versions.stream()
                .map(version -> version.document().giving())
                .filter(giving -> giving.points().isPresent())
                .findFirst();
        for (Shopper shopper : days.shoppers()) {
            if (sells && shopper.does(day, REDEEMS, REDEEMS_A_THOUSAND_DAYS)) {
                member(shopper).ifPresent(this::redeem);
            }
            if (sells && shopper.buys(day).isPresent() && shopper.does(day, USES, USES_OF_A_THOUSAND_PURCHASES)) {
                long whole = shopper.buys(day).orElseThrow().items().stream()
                        .mapToLong(Long::longValue)
                        .sum();
                member(shopper).ifPresent(id -> useVoucher(id, DemoTrade.reference(shopper, day), whole));
            }
            if (points.isPresent() && shopper.does(day, GIVES, GIVES_A_THOUSAND_DAYS)) {
                member(shopper).ifPresent(id -> give(id, shopper, points.get()));
            }
        }
        versions.stream()
                .flatMap(version -> version.document().giving().charities().stream())
                .map(Giving.Offered::code)
                .distinct()
                .forEach(charity -> settle(charity, day));
    }

    private Optional<MemberId> member(Shopper shopper) {
        return members.identified(IdentityKind.EXTERNAL_ID, shopper.externalId());
    }

    /** The dearest they can have. */
    private void redeem(MemberId member) {
        Optional<RewardOffer> best = rewards.forMember(member, Optional.empty(), Optional.empty()).stream()
                .filter(offer ->
                        offer.availability().filter(Availability::available).isPresent())
                .max(Comparator.comparingLong(offer -> offer.availability()
                        .flatMap(availability ->
                                availability.points().stream().boxed().findFirst())
                        .orElse(0L)));
        best.ifPresent(offer -> orNot(() ->
                redemptions.redeem(RedemptionWish.of(member, offer.reward().code())
                        .in(offer.version().code()))));
    }

    private void useVoucher(MemberId member, String order, long purchase) {
        Optional<Voucher> usable = vouchers.ofMember(member, Optional.empty(), MOST).stream()
                .filter(voucher -> {
                    VoucherState state = voucher.stateAt(clock.now());
                    return state == VoucherState.ACTIVE || state == VoucherState.PARTLY_USED;
                })
                .reduce((newer, older) -> older);
        usable.ifPresent(voucher -> orNot(() -> vouchers.use(
                voucher.code().value(),
                new VoucherUse(new VoucherOrder("shop", order), Optional.empty(), Optional.of(purchase)))));
    }

    private void give(MemberId member, Shopper shopper, Giving giving) {
        long least = giving.points().orElseThrow().minimum();
        CharityCode charity = giving.charities()
                .get(shopper.pick(GIVES, giving.charities().size()))
                .code();
        orNot(() ->
                donations.give(new DonationService.GivingWish(member, least, Optional.empty(), Optional.of(charity))));
    }

    private void settle(CharityCode charity, LocalDate day) {
        if (day.getDayOfMonth() == SETTLES_ON) {
            orNot(() -> settlements.settle(charity));
        } else if (day.getDayOfMonth() == RECEIPT_COMES_ON) {
            settlements.list(charity, Optional.empty(), 1).stream()
                    .filter(batch -> batch.receipt().isEmpty())
                    .map(Settlement::id)
                    .forEach(batch -> orNot(() -> settlements.receipted(charity, batch, charity + " " + day)));
        }
    }

    /** What a member can't do today isn't done: too few points, nothing to settle. */
    private static void orNot(Runnable act) {
        try {
            act.run();
        } catch (Refusal refusal) {
            LOG.log(Level.FINE, "The demo leaves something undone: {0}", refusal.reason());
        }
    }
}
