package io.steadfast.accrual;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.ledger.AdjustmentService;
import io.steadfast.ledger.AdjustmentService.Adjustment;
import io.steadfast.ledger.DueService;
import io.steadfast.ledger.HoldService;
import io.steadfast.ledger.WalletChoice;
import io.steadfast.programs.core.RewardCode;
import io.steadfast.rewards.RedemptionService;
import io.steadfast.rewards.RedemptionWish;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.WalletCode;
import io.steadfast.support.ContainerTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whatever a member is given or uses, it lapses by their tier's policies, else by the wallet's. */
class MemberDatesIT extends ContainerTest {

    private static final String START = "2026-01-01T08:00:00Z";
    private static final String BOUGHT = "2026-03-10T12:00:00Z";
    private static final RewardCode VOUCHER = new RewardCode("voucher-10");
    private static final WalletCode POINTS = new WalletCode("beauty-points");

    private static final String ORDERS_ONLY = "\"activities\":[\"order\"]";
    private static final String USE_TOO = "\"activities\":[\"order\",\"burn\"]";
    private static final String YEAR =
            "[{\"kind\":\"after_duration\",\"amount\":12,\"unit\":\"months\",\"start\":\"activity\"}]";
    private static final String INACTIVITY =
            "[{\"kind\":\"inactivity\",\"amount\":12,\"unit\":\"months\",\"activities\":[\"order\"]}]";

    private static final String OF_VIB = "\"multipliers\":{\"beauty-points\":1.25},\"expiry\":{}";

    @Inject
    Shop shop;

    @Inject
    HoldService holds;

    @Inject
    WalletChoice wallets;

    @Inject
    RedemptionService redemptions;

    @Inject
    AdjustmentService adjustments;

    @Inject
    DueService due;

    private MemberId open(String... replacements) {
        shop.open("2026-03-15T19:00:00Z");
        ProgramCode program = shop.publish(Shop.template("P2", replacements), START);
        return shop.member("anna", START, program);
    }

    private static String ofVib(String policies) {
        return OF_VIB.replace("{}", "{\"beauty-points\":" + policies + "}");
    }

    private void buys(MemberId member, long dollars) {
        shop.put(member, Shop.order("1", BOUGHT, "USD", Shop.line("A", 1, dollars * 100)));
    }

    private void pays(MemberId member, String hold, long points) {
        shop.call(() -> holds.hold(new HoldService.HoldWish(
                hold,
                member,
                wallets.toUse(member, Optional.empty()),
                points,
                Duration.ofMinutes(10),
                Optional.empty(),
                Optional.empty())));
        shop.call(() -> holds.commit(hold, points, Optional.empty()));
    }

    private String deadline() {
        return shop.text(
                "SELECT to_char(inactivity_deadline AT TIME ZONE 'America/Los_Angeles', 'YYYY-MM-DD') FROM account");
    }

    private String expiry(String lots) {
        return shop.text(
                "SELECT to_char(expires_at AT TIME ZONE 'America/Los_Angeles', 'YYYY-MM-DD') FROM open_lot " + lots);
    }

    @Test
    void paying_with_points_at_a_checkout_keeps_an_account_alive_and_reserving_them_does_not() {
        MemberId anna = open(ORDERS_ONLY, USE_TOO);
        buys(anna, 300);
        assertThat(deadline()).isEqualTo("2027-03-11");
        shop.at("2027-01-05T19:00:00Z");
        shop.call(() -> holds.hold(new HoldService.HoldWish(
                "left",
                anna,
                wallets.toUse(anna, Optional.empty()),
                10,
                Duration.ofMinutes(10),
                Optional.empty(),
                Optional.empty())));
        shop.call(() -> holds.release("left"));
        assertThat(deadline()).isEqualTo("2027-03-11");
        pays(anna, "h-1", 10);
        assertThat(deadline()).isEqualTo("2028-01-06");
        shop.at("2027-12-05T19:00:00Z");
        assertThat(shop.spendable(anna)).isEqualTo(290);
        pays(anna, "h-2", 10);
        assertThat(deadline()).isEqualTo("2028-12-06");
    }

    @Test
    void paying_with_points_moves_nothing_where_only_orders_count() {
        MemberId anna = open();
        buys(anna, 300);
        pays(anna, "h-1", 10);
        assertThat(deadline()).isEqualTo("2027-03-11");
    }

    @Test
    void a_tiers_own_inactivity_counts_for_every_use() {
        String two = INACTIVITY.replace("12", "24").replace(ORDERS_ONLY, USE_TOO);
        MemberId anna = open(ORDERS_ONLY, USE_TOO, OF_VIB, ofVib(two));
        buys(anna, 600);
        shop.at("2026-06-15T19:00:00Z");
        pays(anna, "h-1", 10);
        assertThat(deadline()).isEqualTo("2028-06-16");
        shop.at("2026-07-15T19:00:00Z");
        shop.call(() -> redemptions.redeem(RedemptionWish.of(anna, VOUCHER)));
        assertThat(deadline()).isEqualTo("2028-07-16");
    }

    @Test
    void what_is_given_by_hand_lapses_by_the_tier() {
        String two = YEAR.replace("12", "24");
        MemberId anna = open(INACTIVITY, YEAR, OF_VIB, ofVib(two));
        goodwill(anna);
        assertThat(expiry("")).isEqualTo("2027-03-16");
        buys(anna, 600);
        goodwill(anna);
        assertThat(expiry("ORDER BY lot_id DESC LIMIT 1")).isEqualTo("2028-03-16");
    }

    private void goodwill(MemberId member) {
        shop.call(() -> adjustments.adjust(new Adjustment(
                member,
                Optional.of(POINTS),
                AdjustmentService.Kind.GOODWILL,
                5,
                "LATE_PARCEL",
                "Called us.",
                Optional.empty())));
    }

    @Test
    void what_comes_back_fresh_lapses_by_the_tier() {
        String two = YEAR.replace("12", "24");
        MemberId anna = open(
                INACTIVITY,
                YEAR,
                OF_VIB,
                ofVib(two),
                "{\"kind\":\"min_days\",\"days\":30}",
                "{\"kind\":\"fresh\"}",
                "\"validFor\":{\"amount\":12,",
                "\"validFor\":{\"amount\":36,");
        buys(anna, 600);
        assertThat(expiry("")).isEqualTo("2027-03-11");
        UUID bought = shop.call(() -> redemptions.redeem(RedemptionWish.of(anna, VOUCHER)))
                .redemption()
                .id();
        shop.at("2027-03-20T19:00:00Z");
        shop.call(() -> {
            while (due.bookDueLots(shop.now())) {
                // Each chunk is a transaction of its own.
            }
            return anna;
        });
        shop.call(() -> redemptions.cancel(bought, "CHANGED_MIND"));
        assertThat(expiry("")).isEqualTo("2029-03-21");
        assertThat(shop.spendable(anna)).isEqualTo(500);
    }

    @Test
    void credit_that_was_bought_lapses_by_the_tier() {
        String two = YEAR.replace("12", "24");
        MemberId anna = open(
                "\"kind\":\"amount_voucher\",\"amount\":1000",
                "\"kind\":\"credit\",\"wallet\":\"credit\",\"amount\":1000",
                "\"wallets\":[",
                "\"wallets\":[{\"code\":\"credit\",\"name\":{\"en\":\"Credit\",\"zh-CN\":\"余额\"},\"unit\":\"currency\","
                        + "\"purpose\":\"reward\",\"decimals\":2,\"expiry\":" + YEAR + ","
                        + "\"consumption\":\"earliest_expiry\",\"returned\":{\"kind\":\"keep_original\"},"
                        + "\"deficit\":\"debt\",\"holds\":{\"maxMinutes\":60},"
                        + "\"value\":{\"minorUnits\":1,\"expectedUsePercent\":100}},",
                OF_VIB,
                OF_VIB.replace("{}", "{\"credit\":" + two + "}"));
        buys(anna, 600);
        shop.call(() -> redemptions.redeem(RedemptionWish.of(anna, VOUCHER)));
        assertThat(expiry("WHERE wallet = 'credit'")).isEqualTo("2028-03-16");
    }
}
