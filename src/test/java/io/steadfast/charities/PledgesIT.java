package io.steadfast.charities;

import static io.steadfast.charities.Givers.BOUGHT;
import static io.steadfast.charities.Givers.CONFIRMED;
import static io.steadfast.charities.Givers.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.accrual.Shop;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.OrderDonation;
import io.steadfast.accrual.core.OrderReturn;
import io.steadfast.accrual.core.OrderStatus;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.accrual.core.Tender;
import io.steadfast.charities.core.CharityRefusal;
import io.steadfast.charities.core.CharityTotal;
import io.steadfast.charities.core.DonationState;
import io.steadfast.charities.core.Settlement;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.programs.core.CharityCode;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.ContainerTest;
import io.steadfast.tiers.TierService;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A dollar each (P4) through orders, returns and settlements: the acceptance figures of the program. */
class PledgesIT extends ContainerTest {

    @Inject
    Givers givers;

    @Inject
    DonationService donations;

    @Inject
    SettlementService settlements;

    @Inject
    TierService tiers;

    private Shop shop;
    private ProgramCode p4;
    private MemberId mia;

    private void open(String... replacements) {
        ProgramDocument document = Shop.template("P4", replacements);
        p4 = givers.open(document);
        shop = givers.shop;
        mia = shop.member("mia", START, p4);
    }

    @Test
    void orders_A_B_A_with_one_A_returned_whole_are_A_a_dollar_and_B_a_dollar() {
        open();
        assertThat(Givers.donations(givers.buys(mia, "1", Givers.to("clean-seas"), Shop.line("L", 1, 40_00))
                        .receipt()))
                .containsExactly("clean-seas brand 1.00 pledged");
        givers.buys(mia, "2", Givers.to("young-minds"), Shop.line("L", 1, 40_00));
        givers.buys(mia, "3", Givers.to("clean-seas"), Shop.line("L", 1, 40_00));
        Receipt returned = shop.giveBack(
                        Givers.order("3", Givers.to("clean-seas"), Shop.line("L", 1, 40_00)),
                        Shop.goods("r1", BOUGHT, "L", 1))
                .receipt();
        assertThat(Givers.donations(returned)).isEmpty();
        assertThat(givers.total("clean-seas")).isEqualTo(1_00);
        assertThat(givers.total("young-minds")).isEqualTo(1_00);
        assertThat(givers.total("safe-homes")).isZero();
        assertThat(givers.offBalance()).isZero();
        assertThat(shop.number("SELECT count(*) FROM donation_entry")).isEqualTo(4);
        assertThat(shop.number("SELECT count(*) FROM outbox_event WHERE type = 'donation.pledged'"))
                .isEqualTo(4);
    }

    @Test
    void one_of_two_lines_returned_keeps_the_pledge_and_both_take_it() {
        open();
        Order order = Givers.order("1", Givers.to("clean-seas"), Shop.line("A", 1, 20_00), Shop.line("B", 1, 20_00));
        shop.put(mia, order);
        assertThat(Givers.donations(
                        shop.giveBack(order, Shop.goods("r1", BOUGHT, "A", 1)).receipt()))
                .containsExactly("clean-seas brand 1.00 pledged");
        assertThat(Givers.donations(
                        shop.giveBack(order, Shop.goods("r2", BOUGHT, "B", 1)).receipt()))
                .isEmpty();
        shop.giveBack(order, Shop.goods("r2", BOUGHT, "B", 1).withdrawn());
        assertThat(givers.total("clean-seas")).isEqualTo(1_00);
    }

    @Test
    void a_share_of_the_basis_is_floored_once_an_order_and_goes_back_with_what_is_returned() {
        open("\"kind\":\"fixed\",\"amount\":{\"USD\":100}", "\"kind\":\"percent\",\"percent\":2.5");
        Order order = Givers.order("1", Givers.to("clean-seas"), Shop.line("A", 1, 39_99), Shop.line("B", 1, 20_00));
        assertThat(Givers.donations(shop.put(mia, order).receipt()))
                .as("2.5 % of 59.99 are 1.49975")
                .containsExactly("clean-seas brand 1.49 pledged");
        OrderReturn back = Shop.goods("r1", BOUGHT, "B", 1);
        assertThat(Givers.donations(shop.giveBack(order, back).receipt()))
                .as("0.99975 of what is left")
                .containsExactly("clean-seas brand 0.99 pledged");
        assertThat(givers.total("clean-seas")).isEqualTo(99);
        shop.giveBack(order, back.withdrawn());
        assertThat(givers.total("clean-seas")).isEqualTo(1_49);
        assertThat(givers.offBalance()).isZero();
    }

    @Test
    void nobody_chose_in_fourteen_days_is_the_default_whether_the_job_ran_or_not() {
        open();
        assertThat(Givers.donations(givers.buys(mia, "1", Optional.empty(), Shop.line("L", 1, 40_00))
                        .receipt()))
                .containsExactly("unassigned brand 1.00 pledged");
        shop.at("2026-03-24T11:59:59Z");
        assertThat(givers.total("safe-homes")).isZero();
        assertThat(givers.waiting()).isEqualTo(1_00);
        shop.at("2026-03-24T12:00:00Z");
        assertThat(givers.total("safe-homes")).isEqualTo(1_00);
        assertThat(givers.waiting()).isZero();
        List<CharityTotal> before = givers.totals("safe-homes");
        givers.jobRuns();
        assertThat(givers.totals("safe-homes")).isEqualTo(before);
        assertThat(shop.text("SELECT charity FROM donation")).isEqualTo("safe-homes");
        shop.at(CONFIRMED);
        assertThat(givers.totals("safe-homes"))
                .extracting(CharityTotal::state)
                .containsExactly(DonationState.CONFIRMED);
        givers.jobRuns();
        assertThat(shop.text("SELECT state FROM donation")).isEqualTo("CONFIRMED");
        assertThat(givers.offBalance()).isZero();
    }

    @Test
    void a_choice_within_the_time_takes_what_waits_and_counts_for_later_orders() {
        open();
        givers.buys(mia, "1", Optional.empty(), Shop.line("L", 1, 40_00));
        shop.at("2026-03-20T12:00:00Z");
        assertThat(shop.call(() -> donations.choose(mia, Optional.empty(), new CharityCode("young-minds")))
                        .state())
                .isEqualTo(MemberChoice.State.CHOSEN);
        assertThat(givers.total("young-minds")).isEqualTo(1_00);
        Order next = Shop.order("2", "2026-03-20T12:30:00Z", "USD", Shop.line("L", 1, 40_00));
        shop.at("2026-03-20T13:00:00Z");
        assertThat(Givers.donations(shop.put(mia, next).receipt())).containsExactly("young-minds brand 1.00 pledged");
        // an order from before the choice that is reported late waits no less than one that came in time
        Order late = Shop.order("3", BOUGHT, "USD", Shop.line("L", 1, 40_00));
        assertThat(Givers.donations(shop.put(mia, late).receipt())).containsExactly("young-minds brand 1.00 pledged");
    }

    @Test
    void after_the_settlement_a_return_changes_nothing_settled_and_says_so() {
        open();
        Order order = Givers.order("1", Givers.to("clean-seas"), Shop.line("L", 1, 40_00));
        shop.put(mia, order);
        assertThatThrownBy(() -> settle("clean-seas")).satisfies(refused(CharityRefusal.NOTHING_TO_SETTLE));
        shop.at(CONFIRMED);
        Settlement batch = settle("clean-seas");
        assertThat(batch.paid()).hasToString("[Money[amount=100, currency=USD]]");
        assertThat(batch.donations()).isEqualTo(1);
        Receipt returned = shop.giveBack(order, Shop.goods("r1", "2026-04-10T11:00:00Z", "L", 1))
                .receipt();
        assertThat(Givers.donations(returned)).containsExactly("clean-seas brand 1.00 settled");
        assertThat(Givers.problems(returned)).containsExactly("DONATION_SETTLED clean-seas");
        assertThat(givers.total("clean-seas")).isEqualTo(1_00);
        assertThatThrownBy(() -> settle("clean-seas")).satisfies(refused(CharityRefusal.NOTHING_TO_SETTLE));
        Settlement receipted = shop.call(() -> settlements.receipted(batch.charity(), batch.id(), "R-1"));
        assertThat(receipted.state()).isEqualTo(DonationState.RECEIPTED);
        assertThat(shop.call(() -> settlements.receipted(batch.charity(), batch.id(), "R-1")))
                .isEqualTo(receipted);
        assertThatThrownBy(() -> shop.call(() -> settlements.receipted(batch.charity(), batch.id(), "R-2")))
                .satisfies(refused(CharityRefusal.ALREADY_RECEIPTED));
        assertThat(givers.totals("clean-seas"))
                .extracting(CharityTotal::state)
                .containsExactly(DonationState.RECEIPTED);
        assertThat(givers.offBalance()).isZero();
    }

    @Test
    void a_closed_charity_asks_for_a_new_choice_of_what_it_wasnt_paid() {
        open();
        shop.call(() -> donations.choose(mia, Optional.empty(), new CharityCode("clean-seas")));
        Order late = Shop.order("1", "2026-03-10T13:00:00Z", "USD", Shop.line("L", 1, 40_00));
        assertThat(Givers.donations(shop.put(mia, late).receipt())).containsExactly("clean-seas brand 1.00 pledged");
        shop.at("2026-03-12T12:00:00Z");
        givers.close("clean-seas");
        assertThat(givers.total("clean-seas")).isZero();
        assertThat(givers.waiting()).isEqualTo(1_00);
        assertThat(shop.call(() -> donations.choices(mia)))
                .containsExactly(new MemberChoice(
                        p4, Optional.of(new CharityCode("clean-seas")), MemberChoice.State.CHOOSE_AGAIN));
        Receipt next = shop.put(mia, Shop.order("2", "2026-03-12T11:00:00Z", "USD", Shop.line("L", 1, 40_00)))
                .receipt();
        assertThat(Givers.donations(next)).containsExactly("unassigned brand 1.00 pledged");
        assertThat(Givers.problems(next)).containsExactly("CHARITY_CLOSED clean-seas");
        assertThatThrownBy(
                        () -> shop.call(() -> donations.choose(mia, Optional.empty(), new CharityCode("clean-seas"))))
                .satisfies(refused(CharityRefusal.CHARITY_CLOSED));
        assertThatThrownBy(() -> settle("clean-seas")).satisfies(refused(CharityRefusal.CHARITY_CLOSED));
        shop.call(() -> donations.choose(mia, Optional.empty(), new CharityCode("young-minds")));
        assertThat(givers.total("young-minds")).isEqualTo(2_00);
        assertThat(givers.offBalance()).isZero();
    }

    @Test
    void the_members_dollar_is_in_the_tenders_earns_nothing_and_is_refunded_with_the_order() {
        open("\"fundedBy\":\"brand\"", "\"fundedBy\":\"member\"");
        ProgramCode points = shop.publish(Shop.template("P5", "\"kind\":\"value\"", "\"kind\":\"points\""), START);
        MemberId noa = shop.member("noa", START, p4, points);
        Optional<OrderDonation> own =
                Optional.of(new OrderDonation("clean-seas", Optional.empty(), OrderDonation.Funding.MEMBER));
        Order order = Givers.giving(
                Shop.order("1", BOUGHT, "USD", Shop.line("L", 1, 40_00)),
                own,
                List.of(Tender.of(Tender.Kind.CARD, 41_00)));
        Receipt receipt = shop.put(noa, order).receipt();
        assertThat(Givers.donations(receipt)).containsExactly("clean-seas member 1.00 pledged");
        assertThat(Shop.granted(receipt)).isEqualTo(40);
        assertThat(Givers.problems(receipt)).isEmpty();
        Receipt back = shop.giveBack(order, Shop.goods("r1", BOUGHT, "L", 1)).receipt();
        assertThat(Givers.donations(back)).isEmpty();
        assertThat(shop.spendable(noa)).isZero();
        assertThat(shop.text("SELECT string_agg(kind || ' ' || from_account || ' ' || to_account || ' ' || amount, ', '"
                        + " ORDER BY entry_id) FROM donation_entry"))
                .isEqualTo("PLEDGE MEMBER_FUNDS PLEDGED 100, REVERSAL PLEDGED MEMBER_FUNDS 100");
    }

    @Test
    void the_members_dollar_brings_no_tier_nearer() {
        open("\"fundedBy\":\"brand\"", "\"fundedBy\":\"member\"");
        ProgramCode tiered = shop.publish("P2", START);
        MemberId noa = shop.member("noa", START, p4, tiered);
        Optional<OrderDonation> own =
                Optional.of(new OrderDonation("clean-seas", Optional.empty(), OrderDonation.Funding.MEMBER));
        Order order = Givers.giving(
                Shop.order("1", BOUGHT, "USD", Shop.line("L", 1, 349_00)),
                own,
                List.of(Tender.of(Tender.Kind.CARD, 350_00)));
        assertThat(Givers.donations(shop.put(noa, order).receipt())).containsExactly("clean-seas member 1.00 pledged");
        assertThat(tier(noa)).as("349 of 350").doesNotContain("VIB");
        shop.put(noa, Shop.order("2", BOUGHT, "USD", Shop.line("L", 1, 99)));
        assertThat(tier(noa)).as("349.99").doesNotContain("VIB");
        shop.put(noa, Shop.order("3", BOUGHT, "USD", Shop.line("L", 1, 1)));
        assertThat(tier(noa)).as("350").contains("VIB");
    }

    private String tier(MemberId member) {
        return shop.call(() -> tiers.tiersAt(member, Instant.parse(BOUGHT))).toString();
    }

    @Test
    void an_order_that_changes_hands_pledges_for_its_new_owner() {
        open();
        MemberId noa = shop.member("noa", START, p4);
        Order order = Givers.order("1", Givers.to("clean-seas"), Shop.line("L", 1, 40_00));
        shop.put(mia, order);
        shop.put(noa, order);
        assertThat(shop.text("SELECT member_id FROM donation WHERE amount > 0")).isEqualTo(noa.toString());
        assertThat(givers.total("clean-seas")).isEqualTo(1_00);
        shop.put(noa, Shop.with(order, OrderStatus.CANCELLED, Optional.empty(), List.of()));
        assertThat(givers.total("clean-seas")).isZero();
        assertThat(givers.offBalance()).isZero();
    }

    @Test
    void a_member_of_three_programs_gets_one_receipt_with_three_parts() {
        open();
        ProgramCode tiered = shop.publish("P2", "2026-01-01T05:00:00Z");
        ProgramCode points = shop.publish(
                Shop.template("P1", "\"currency\":\"GBP\"", "\"currency\":\"USD\"", "\"GBP\":", "\"USD\":"), START);
        MemberId noa = shop.member("noa", START, p4, tiered, points);
        Receipt receipt = givers.buys(noa, "1", Givers.to("young-minds"), Shop.line("L", 1, 400_00))
                .receipt();
        assertThat(receipt.programs()).extracting(Receipt.Part::program).containsExactlyInAnyOrder(p4, tiered, points);
        assertThat(Givers.donations(receipt)).containsExactly("young-minds brand 1.00 pledged");
        assertThat(Shop.granted(receipt)).isEqualTo(400 + 400);
        assertThat(receipt.programs().stream().flatMap(part -> part.tiers().stream()))
                .extracting(change -> change.after().value())
                .containsExactly("VIB");
    }

    @Test
    void two_settlements_at_once_pay_each_donation_once() {
        open();
        for (int at = 0; at < 5; at++) {
            givers.buys(mia, "o" + at, Givers.to("clean-seas"), Shop.line("L", 1, 40_00));
        }
        shop.at(CONFIRMED);
        List<Optional<Settlement>> made = Shop.atOnce(4, number -> {
            try {
                return Optional.of(settle("clean-seas"));
            } catch (Refusal nothingLeft) {
                return Optional.empty();
            }
        });
        assertThat(made.stream()
                        .flatMap(Optional::stream)
                        .mapToLong(Settlement::donations)
                        .sum())
                .isEqualTo(5);
        assertThat(givers.total("clean-seas")).isEqualTo(5_00);
        assertThat(givers.offBalance()).isZero();
    }

    @Test
    void a_return_while_the_charity_is_settled_ends_in_one_of_two_ways() {
        open();
        Order order = Givers.order("1", Givers.to("clean-seas"), Shop.line("L", 1, 40_00));
        shop.put(mia, order);
        shop.at(CONFIRMED);
        OrderReturn all = Shop.goods("r1", "2026-04-10T11:00:00Z", "L", 1);
        Shop.atOnce(2, number -> {
            try {
                return number == 0
                        ? settle("clean-seas").number()
                        : shop.giveBack(order, all).receipt();
            } catch (Refusal nothingLeft) {
                return nothingLeft;
            }
        });
        long paid = shop.number("SELECT coalesce(sum(donations), 0) FROM settlement");
        assertThat(givers.total("clean-seas")).isEqualTo(paid * 1_00);
        assertThat(givers.offBalance()).isZero();
    }

    private Settlement settle(String charity) {
        return shop.call(() -> settlements.settle(new CharityCode(charity)));
    }

    private static java.util.function.Consumer<Throwable> refused(CharityRefusal reason) {
        return failure -> assertThat(((Refusal) failure).reason()).isEqualTo(reason);
    }
}
