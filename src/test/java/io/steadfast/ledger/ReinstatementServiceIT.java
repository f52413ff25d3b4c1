package io.steadfast.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.accrual.Shop;
import io.steadfast.accrual.core.Order;
import io.steadfast.ledger.core.EntryDraft;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.ContainerTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Lapsed points that come back; the invariants are held after the class. */
class ReinstatementServiceIT extends ContainerTest {

    private static final String START = "2026-01-01T05:00:00Z";
    private static final String BOUGHT = "2026-03-14T15:00:00Z";
    private static final String LAPSED = "2027-03-20T12:00:00Z";
    private static final Order ORDER = Shop.order("1", BOUGHT, "USD", Shop.line("A", 1, 40_00));

    @Inject
    Shop shop;

    @Inject
    ReinstatementService reinstatements;

    @Inject
    DueService due;

    private MemberId member;
    private UUID lot;
    private ProgramCode program;

    private void open() {
        shop.open(BOUGHT);
        program = shop.publish("CDNOW", START);
        member = shop.member("anna", START, program);
        shop.put(member, ORDER);
        lot = UUID.fromString(shop.text("SELECT lot_id FROM lot"));
    }

    private EntryDraft reinstate(int days) {
        return shop.call(() -> reinstatements.reinstate(new ReinstatementService.Wish(
                member,
                lot,
                Duration.ofDays(days),
                Optional.of(Instant.parse("2027-06-01T04:00:00Z")),
                "GOODWILL",
                "Was in hospital.")));
    }

    @Test
    void lapsed_points_come_back_once_as_a_new_lot_that_names_the_old_one() {
        open();
        shop.at(LAPSED);
        assertThat(reinstate(30).points()).isEqualTo(40);
        assertThat(shop.spendable(member)).isEqualTo(40);
        assertThat(shop.number("SELECT count(*) FROM lot WHERE reinstates = '" + lot + "'"))
                .isEqualTo(1);
        assertThatThrownBy(() -> reinstate(30)).hasMessageContaining("NOTHING_LAPSED");
        assertThat(shop.call(() -> due.bookDueLots(shop.now())))
                .as("what lapsed was booked with it")
                .isFalse();
        shop.at("2027-06-01T04:00:00Z");
        shop.call(() -> due.bookDueLots(shop.now()));
        assertThat(shop.spendable(member)).isZero();
    }

    @Test
    void what_lapsed_too_long_ago_and_what_lives_doesnt_come_back() {
        open();
        assertThatThrownBy(() -> reinstate(30)).hasMessageContaining("NOTHING_LAPSED");
        shop.at(LAPSED);
        shop.call(() -> due.bookDueLots(shop.now()));
        assertThatThrownBy(() -> reinstate(4)).hasMessageContaining("LAPSED_TOO_LONG_AGO");
        assertThat(reinstate(6).points()).isEqualTo(40);
    }

    @Test
    void a_return_after_that_takes_what_came_back() {
        open();
        shop.at(LAPSED);
        reinstate(30);
        shop.giveBack(ORDER, Shop.goods("r", LAPSED, "A", 1));
        assertThat(shop.spendable(member)).isZero();
        assertThat(shop.number("SELECT sum(debt_points) FROM account")).isZero();
    }

    @Test
    void a_return_after_they_lapsed_again_finds_them_there_and_takes_nothing_else() {
        open();
        shop.at(LAPSED);
        reinstate(30);
        assertThat(shop.number("SELECT sum(lifetime_points) FROM account"))
                .as("granted once")
                .isEqualTo(40);
        shop.at("2027-06-02T04:00:00Z");
        shop.call(() -> due.bookDueLots(shop.now()));
        shop.put(member, Shop.order("2", "2027-06-02T03:00:00Z", "USD", Shop.line("A", 1, 50_00)));
        shop.giveBack(ORDER, Shop.goods("r", "2027-06-02T04:00:00Z", "A", 1));
        assertThat(shop.spendable(member)).isEqualTo(50);
        assertThat(shop.number("SELECT sum(debt_points) FROM account")).isZero();
        assertThat(shop.number("SELECT sum(lifetime_points) FROM account")).isEqualTo(50);
    }

    @Test
    void another_members_lot_is_unknown() {
        open();
        MemberId other = shop.member("ben", START, program);
        shop.at(LAPSED);
        member = other;
        assertThatThrownBy(() -> reinstate(30)).hasMessageContaining("LOT_UNKNOWN");
    }
}
