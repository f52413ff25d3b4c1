package io.steadfast.tiergifts;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.accrual.AccrualService;
import io.steadfast.accrual.Effects;
import io.steadfast.accrual.NamedMember;
import io.steadfast.accrual.ReportedOrder;
import io.steadfast.accrual.Shop;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.members.MergeService;
import io.steadfast.members.core.Merge;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.RewardCode;
import io.steadfast.programs.core.TierSetCode;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.TierCode;
import io.steadfast.support.ContainerTest;
import io.steadfast.tiers.ManualTierService;
import io.steadfast.tiers.TierPreviewService;
import io.steadfast.tiers.TierReviewJob;
import io.steadfast.vouchers.VoucherService;
import io.steadfast.vouchers.VoucherUse;
import io.steadfast.vouchers.core.Voucher;
import io.steadfast.vouchers.core.VoucherOrder;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whoever reaches a tier is given what it gives, once (domain 39 and 49). */
class TierGiftsIT extends ContainerTest {

    private static final String SINCE = "2026-01-01T08:00:00Z";
    private static final String NOW = "2026-06-01T12:00:00Z";
    private static final String VIB = "\"threshold\":35000";
    private static final String ROUGE = "\"threshold\":100000";
    private static final String VIB_GIVES = VIB + ",\"entryReward\":\"voucher-10\"";
    private static final String ROUGE_GIVES = ROUGE + ",\"entryReward\":\"gift-card-50\"";

    @Inject
    Shop shop;

    @Inject
    AccrualService accrual;

    @Inject
    VoucherService vouchers;

    @Inject
    ManualTierService manual;

    @Inject
    TierGiftForecastService forecast;

    @Inject
    TierPreviewService previews;

    @Inject
    ProgramService programs;

    @Inject
    MergeService merges;

    @Inject
    TierReviewJob reviews;

    @Test
    void reaching_a_tier_gives_its_reward_once_and_a_return_that_takes_the_tier_takes_it_back() {
        MemberId member = shop.member("climber", SINCE, open(giving()));
        assertThat(told(put(member, "a", 349_99))).isEmpty();
        Receipt reached = put(member, "b", 1);
        assertThat(told(reached)).containsExactly("voucher-10 active");
        assertThat(told(put(member, "c", 10_00))).isEmpty();
        assertThat(held(member)).containsExactly("voucher-10 ACTIVE TIER_REACHED");

        assertThat(told(giveBack("b", 1))).as("350 are still spent").containsExactly("voucher-10 active");
        giveBack("c", 10_00);
        assertThat(held(member)).containsExactly("voucher-10 CANCELLED TIER_UNDONE");

        assertThat(told(put(member, "d", 20_00))).containsExactly("voucher-10 active");
        assertThat(held(member)).containsExactly("voucher-10 ACTIVE TIER_REACHED", "voucher-10 CANCELLED TIER_UNDONE");
    }

    @Test
    void a_tier_that_is_passed_gives_too_so_one_order_brings_what_two_bring() {
        ProgramCode program = open(giving());
        MemberId atOnce = shop.member("at once", SINCE, program);
        MemberId inSteps = shop.member("in steps", SINCE, program);
        Receipt jump = put(atOnce, "jump", 1_000_00);
        assertThat(told(jump)).containsExactlyInAnyOrder("voucher-10 active", "gift-card-50 active");
        assertThat(told(put(inSteps, "first", 400_00))).containsExactly("voucher-10 active");
        assertThat(told(put(inSteps, "second", 600_00))).containsExactly("gift-card-50 active");
        assertThat(held(atOnce)).containsExactlyInAnyOrderElementsOf(held(inSteps));
    }

    @Test
    void what_was_used_stays_given_and_is_not_given_again() {
        MemberId member = shop.member("user", SINCE, open(giving()));
        put(member, "a", 400_00);
        String code = vouchers(member).get(0).code().value();
        shop.call(() -> vouchers.use(code, VoucherUse.of(new VoucherOrder("till", "t1"), Optional.of(1_00L))));
        giveBack("a", 400_00);
        assertThat(vouchers(member)).hasSize(1);
        put(member, "b", 400_00);
        assertThat(vouchers(member)).hasSize(1);
    }

    @Test
    void what_staff_set_and_what_was_moved_in_gives_nothing() {
        ProgramCode program = open(giving());
        MemberId favoured = shop.member("favoured", SINCE, program);
        shop.call(() -> {
            manual.set(new ManualTierService.Wish(
                    favoured,
                    new TierSetRef(program, new TierSetCode("STATUS")),
                    new TierCode("VIB"),
                    Instant.parse("2027-01-01T00:00:00Z"),
                    "a friend of the house"));
            return favoured;
        });
        assertThat(held(favoured)).isEmpty();
        MemberId mover = shop.member("mover", SINCE, program);
        Order before = Shop.order("old", "2026-02-01T12:00:00Z", "USD", Shop.line("1", 1, 400_00));
        shop.call(() -> accrual.record(new ReportedOrder(before, Optional.of(byId(mover)), Effects.METRICS)));
        assertThat(held(mover)).isEmpty();
        put(mover, "new", 600_00);
        assertThat(held(mover)).containsExactly("gift-card-50 ACTIVE TIER_REACHED");
    }

    @Test
    void a_tier_that_a_new_version_brings_closer_gives_when_it_is_posted() {
        ProgramCode program = open(Shop.template("P2"));
        MemberId member = shop.member("nearly", SINCE, program);
        put(member, "a", 320_00);
        put(shop.member("far from it", SINCE, program), "b", 200_00);
        ProgramDocument closer = Shop.template(
                "P2",
                VIB,
                "\"threshold\":30000,\"entryReward\":\"voucher-10\"",
                "\"tiers\":\"grandfather\"",
                "\"tiers\":\"review\"");
        assertThat(foreseen(program, closer)).containsExactly(Map.entry(new RewardCode("voucher-10"), 1L));
        shop.publish(closer, NOW);
        shop.call(() -> {
            reviews.runDue(shop.now());
            reviews.runDue(shop.now());
            return member;
        });
        assertThat(held(member)).containsExactly("voucher-10 ACTIVE TIER_REACHED");
    }

    @Test
    void a_preview_counts_no_gift_that_somebody_has_already() {
        ProgramCode program = open(giving());
        MemberId once = shop.member("once there", SINCE, program);
        put(once, "a", 340_00);
        put(once, "b", 20_00);
        String code = vouchers(once).get(0).code().value();
        shop.call(() -> vouchers.use(code, VoucherUse.of(new VoucherOrder("till", "t1"), Optional.of(1_00L))));
        giveBack("b", 20_00);
        put(shop.member("never there", SINCE, program), "c", 340_00);
        ProgramDocument closer = Shop.template(
                "P2",
                VIB,
                VIB_GIVES.replace("35000", "33000"),
                ROUGE,
                ROUGE_GIVES.replace("100000", "34000"),
                "\"tiers\":\"grandfather\"",
                "\"tiers\":\"review\"");
        assertThat(foreseen(program, closer))
                .as("both reach the top; one had the first gift")
                .containsExactly(
                        Map.entry(new RewardCode("voucher-10"), 1L), Map.entry(new RewardCode("gift-card-50"), 2L));
    }

    private Map<RewardCode, Long> foreseen(ProgramCode program, ProgramDocument changed) {
        return shop.call(() -> forecast.of(
                previews.compare(programs.inForce(program, shop.now()).orElseThrow(), changed), program, changed));
    }

    @Test
    void two_who_become_one_are_given_what_they_reach_together_and_nothing_twice() {
        ProgramCode program = open(giving());
        MemberId anna = shop.member("anna", SINCE, program);
        MemberId ann = shop.member("ann", SINCE, program);
        put(ann, "a", 400_00);
        put(anna, "b", 200_00);
        merge(ann, anna);
        assertThat(held(anna)).containsExactly("voucher-10 ACTIVE TIER_REACHED");
        put(anna, "c", 10_00);
        assertThat(held(anna)).hasSize(1);

        MemberId third = shop.member("third", SINCE, program);
        put(third, "d", 390_00);
        merge(anna, third);
        assertThat(held(third))
                .containsExactlyInAnyOrder(
                        "gift-card-50 ACTIVE TIER_REACHED",
                        "voucher-10 ACTIVE TIER_REACHED",
                        "voucher-10 ACTIVE TIER_REACHED");

        giveBack("a", 400_00);
        assertThat(held(third)).as("600 are left").contains("gift-card-50 CANCELLED TIER_UNDONE");
        assertThat(told(put(third, "e", 400_00))).containsExactly("gift-card-50 active");
    }

    private void merge(MemberId source, MemberId survivor) {
        shop.call(() -> merges.merge(new Merge(source, survivor, Merge.Tier.COUNTED), "the same person"));
    }

    private static ProgramDocument giving() {
        return Shop.template("P2", VIB, VIB_GIVES, ROUGE, ROUGE_GIVES);
    }

    private ProgramCode open(ProgramDocument document) {
        shop.open(NOW);
        return shop.publish(document, SINCE);
    }

    private Receipt put(MemberId member, String reference, long amount) {
        return shop.put(member, order(reference, amount)).receipt();
    }

    private static Order order(String reference, long amount) {
        return Shop.order(reference, "2026-05-01T12:00:00Z", "USD", Shop.line("1", 1, amount));
    }

    private Receipt giveBack(String reference, long amount) {
        return shop.giveBack(order(reference, amount), Shop.goods("back-" + reference, "2026-05-02T12:00:00Z", "1", 1))
                .receipt();
    }

    private static NamedMember byId(MemberId member) {
        return new NamedMember(NamedMember.By.ID, member.toString());
    }

    private static List<String> told(Receipt receipt) {
        return receipt.programs().stream()
                .flatMap(part -> part.vouchers().stream())
                .map(made -> made.kind().orElse("") + " " + made.state().orElse(""))
                .toList();
    }

    private List<Voucher> vouchers(MemberId member) {
        return shop.call(() -> vouchers.ofMember(member, Optional.empty(), 10));
    }

    /** The newest first: what it is, how it stands, and why. */
    private List<String> held(MemberId member) {
        return vouchers(member).stream()
                .map(voucher -> voucher.reward() + " " + voucher.state() + " "
                        + shop.call(() -> vouchers.history(voucher.code().value())).events().stream()
                                .reduce((earlier, later) -> later)
                                .orElseThrow()
                                .reason())
                .toList();
    }
}
