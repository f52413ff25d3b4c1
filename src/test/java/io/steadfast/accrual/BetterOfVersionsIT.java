package io.steadfast.accrual;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.accrual.core.Receipt;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.ContainerTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A new version that promises members of the earlier one the better of both until their tier's next review. */
class BetterOfVersionsIT extends ContainerTest {

    private static final String START = "2026-01-01T05:00:00Z";
    private static final String CHANGED = "2026-06-01T04:00:00Z";
    private static final String ONE = "\"points\":1,\"per\":{\"USD\":100}";
    private static final String TWO = "\"points\":2,\"per\":{\"USD\":100}";
    private static final String BETTER = "\"earn\":\"better_of\"";

    @Inject
    Shop shop;

    @Inject
    ReplayService replays;

    private ProgramCode p2;

    /** Two points a dollar first, from June on one. */
    private void open() {
        shop.open("2026-05-01T00:00:00Z");
        p2 = shop.publish(Shop.template("P2", ONE, TWO), START);
    }

    private static ProgramDocument meaner() {
        return Shop.template("P2", "\"earn\":\"new\"", BETTER);
    }

    private Receipt put(MemberId member, String reference, String at, long amount) {
        shop.at(at);
        return shop.put(member, Shop.order(reference, at, "USD", Shop.line("A", 1, amount)))
                .receipt();
    }

    private void changes() {
        shop.publish(meaner(), CHANGED);
    }

    @Test
    void a_member_of_the_earlier_version_earns_by_the_better_one_and_a_new_member_by_the_new_one() {
        open();
        MemberId anna = shop.member("anna", START, p2);
        changes();
        Receipt receipt = put(anna, "1", "2026-06-02T12:00:00Z", 10_00);
        assertThat(Shop.granted(receipt)).isEqualTo(20);
        assertThat(receipt.programs().get(0).version()).contains(1);
        MemberId ben = shop.member("ben", "2026-06-02T12:00:00Z", p2);
        assertThat(Shop.granted(put(ben, "2", "2026-06-03T12:00:00Z", 10_00))).isEqualTo(10);
    }

    @Test
    void the_promise_ends_with_the_base_tiers_period() {
        open();
        MemberId anna = shop.member("anna", START, p2);
        changes();
        assertThat(Shop.granted(put(anna, "1", "2027-01-01T07:59:59Z", 10_00))).isEqualTo(20);
        assertThat(Shop.granted(put(anna, "2", "2027-01-01T08:00:00Z", 10_00))).isEqualTo(10);
    }

    @Test
    void the_promise_ends_with_the_review_of_the_tier_that_stood() {
        open();
        MemberId vera = shop.member("vera", START, p2);
        put(vera, "0", "2026-05-01T12:00:00Z", 350_00);
        changes();
        assertThat(Shop.granted(put(vera, "1", "2027-12-31T12:00:00Z", 10_00))).isEqualTo(25);
        assertThat(Shop.granted(put(vera, "2", "2028-01-01T08:00:00Z", 10_00))).isEqualTo(10);
    }

    @Test
    void a_better_new_version_is_simply_used_and_a_replay_finds_nothing() {
        shop.open("2026-05-01T00:00:00Z");
        p2 = shop.publish("P2", START);
        MemberId anna = shop.member("anna", START, p2);
        shop.publish(Shop.template("P2", ONE, TWO, "\"earn\":\"new\"", BETTER), CHANGED);
        Receipt receipt = put(anna, "1", "2026-06-02T12:00:00Z", 10_00);
        assertThat(Shop.granted(receipt)).isEqualTo(20);
        assertThat(receipt.programs().get(0).version()).contains(2);
        assertThat(shop.call(() -> replays.receipts(new UUID(0, 0), 100)).differences())
                .isEmpty();
    }
}
