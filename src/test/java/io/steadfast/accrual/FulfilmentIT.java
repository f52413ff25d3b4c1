package io.steadfast.accrual;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.OrderStatus;
import io.steadfast.ledger.DueService;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.ContainerTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Points that wait until their order was delivered. */
class FulfilmentIT extends ContainerTest {

    private static final String START = "2026-01-01T05:00:00Z";
    private static final String BOUGHT = "2026-03-14T15:00:00Z";
    private static final Order ORDER = Shop.order("1", BOUGHT, "USD", Shop.line("A", 1, 40_00));

    @Inject
    Shop shop;

    @Inject
    DueService due;

    private MemberId member;

    /** Usable 14 days after delivery, and a year from then. */
    private void open() {
        shop.open(BOUGHT);
        ProgramCode program = shop.publish(
                Shop.template(
                        "CDNOW",
                        "\"pending\":{\"kind\":\"immediate\"}",
                        "\"pending\":{\"kind\":\"after_days\",\"days\":14,\"start\":\"fulfilment\"}",
                        "\"start\":\"activity\"",
                        "\"start\":\"activation\""),
                START);
        member = shop.member("anna", START, program);
        shop.put(member, ORDER);
    }

    private void deliver(String at) {
        shop.at(at);
        shop.put(
                member,
                new Order(
                        ORDER.source(),
                        ORDER.reference(),
                        Optional.empty(),
                        ORDER.member(),
                        ORDER.occurredAt(),
                        ORDER.store(),
                        ORDER.channel(),
                        ORDER.currency(),
                        OrderStatus.FULFILLED,
                        Optional.of(Instant.parse(at)),
                        ORDER.tax(),
                        ORDER.lines(),
                        ORDER.shipping(),
                        ORDER.tenders(),
                        ORDER.donation(),
                        ORDER.returns()));
    }

    private String dates() {
        return shop.text("SELECT string_agg(to_char(at, 'YYYY-MM-DD HH24:MI'), ' ') FROM open_lot,"
                + " LATERAL (VALUES (activates_at AT TIME ZONE 'America/New_York'),"
                + " (expires_at AT TIME ZONE 'America/New_York')) AS dates (at)");
    }

    @Test
    void points_whose_expiry_counts_from_activation_get_their_date_after_waiting_for_delivery() {
        open();
        assertThat(shop.number(
                        "SELECT count(*) FROM open_lot WHERE activates_at = 'infinity' AND expires_at = 'infinity'"))
                .isEqualTo(1);
        shop.at("2026-06-01T12:00:00Z");
        assertThat(shop.call(() -> due.bookDueLots(shop.now()))).isFalse();
        deliver("2026-06-01T12:00:00Z");
        assertThat(dates()).isEqualTo("2026-06-15 08:00 2027-06-16 00:00");
        assertThat(shop.spendable(member)).isZero();
        shop.at("2026-06-15T12:00:00Z");
        shop.call(() -> due.bookDueLots(shop.now()));
        assertThat(shop.spendable(member)).isEqualTo(40);
        shop.at("2027-06-16T04:00:00Z");
        shop.call(() -> due.bookDueLots(shop.now()));
        assertThat(shop.spendable(member)).isZero();
    }

    @Test
    void points_of_an_order_that_was_never_delivered_go_back_with_it() {
        open();
        shop.put(member, Shop.with(ORDER, OrderStatus.CANCELLED, Optional.empty(), ORDER.tenders()));
        assertThat(shop.number("SELECT count(*) FROM open_lot")).isZero();
        assertThat(shop.number("SELECT lifetime_points FROM account")).isZero();
    }
}
