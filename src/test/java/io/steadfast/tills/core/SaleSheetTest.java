package io.steadfast.tills.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.OrderReturn;
import io.steadfast.accrual.core.WrittenSale;
import io.steadfast.shared.MemberId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SaleSheetTest {

    private static final Instant NOON = Instant.parse("2026-03-15T12:00:00Z");
    private static final Place PLACE = new Place(Optional.of("LDN1"), Optional.empty(), "till");
    private final Order sale =
            SaleSheet.written(new SaleSheet.Slip(PLACE, "4711", 4000, Currency.getInstance("GBP")), NOON);

    @Test
    void the_rest_of_a_sale_is_what_hasnt_come_back() {
        OrderReturn whole = SaleSheet.rest(sale, "r1", NOON).orElseThrow();
        assertThat(whole.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.quantity()).contains(BigDecimal.ONE));
        assertThat(SaleSheet.rest(sale.withReturns(List.of(whole)), "r2", NOON)).isEmpty();
        assertThat(SaleSheet.rest(sale.withReturns(List.of(whole.withdrawn())), "r2", NOON))
                .isPresent();
        assertThat(SaleSheet.moneyBack(sale.withReturns(List.of(SaleSheet.money("r1", NOON, 1500)))))
                .isEqualTo(1500);
    }

    @Test
    void the_tills_report_of_the_day_keeps_the_moment_at_which_it_was_written_down() {
        Order report = plain(NOON.plusSeconds(60));
        assertThat(WrittenSale.taken(sale, report).occurredAt()).isEqualTo(NOON);
        Order dayAfter = plain(NOON.plusSeconds(90_000));
        Order taken = WrittenSale.taken(sale, report);
        assertThat(WrittenSale.isOne(taken)).isFalse();
        assertThat(WrittenSale.taken(taken, report)).isEqualTo(taken);
        assertThat(WrittenSale.taken(sale, dayAfter)).isEqualTo(dayAfter);
        assertThat(WrittenSale.taken(report, plain(NOON)).occurredAt()).isEqualTo(NOON);
        assertThat(WrittenSale.isOne(SaleSheet.cancelled(sale))).isTrue();
    }

    @Test
    void a_sale_that_was_undone_is_nobodys_when_its_till_reports_it_and_when_a_claim_of_it_is_given_back() {
        Optional<MemberId> ada = Optional.of(new MemberId(new UUID(1, 1)));
        assertThat(WrittenSale.owner(sale.of(ada))).isEqualTo(ada);
        Order report = plain(NOON.plusSeconds(60));
        assertThat(WrittenSale.owner(WrittenSale.taken(sale.of(ada), report).of(ada)))
                .isEqualTo(ada);
        Order undone = SaleSheet.cancelled(sale.of(ada));
        assertThat(WrittenSale.owner(undone)).isEmpty();
        Order reported = WrittenSale.taken(undone, report);
        assertThat(reported.occurredAt()).isEqualTo(NOON);
        Order claimed = WrittenSale.taken(reported, reported.of(ada));
        assertThat(WrittenSale.owner(claimed)).isEmpty();
        assertThat(WrittenSale.taken(claimed, report)).isEqualTo(reported);
    }

    private Order plain(Instant at) {
        Order written = SaleSheet.written(new SaleSheet.Slip(PLACE, "4711", 4000, sale.currency()), at);
        var line = written.lines().get(0);
        return new Order(
                written.source(),
                written.reference(),
                written.revision(),
                written.member(),
                at,
                written.store(),
                written.channel(),
                written.currency(),
                written.status(),
                written.fulfilledAt(),
                written.tax(),
                List.of(new io.steadfast.accrual.core.OrderLine(
                        "a",
                        line.sku(),
                        line.name(),
                        line.category(),
                        line.brand(),
                        line.quantity(),
                        line.amount(),
                        0,
                        0,
                        java.util.Set.of(),
                        java.util.Map.of())),
                0,
                List.of(),
                Optional.empty(),
                List.of());
    }
}
