package io.steadfast.accrual;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.OrderStatus;
import io.steadfast.platform.idempotency.Answer;
import io.steadfast.platform.idempotency.IdempotencyService;
import io.steadfast.platform.idempotency.KeyedRequest;
import io.steadfast.programs.ProgramDocumentCodec;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.ContainerTest;
import io.steadfast.support.CountedSockets;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** How often a report goes to the database and waits, its idempotency key included. */
class RoundTripsIT extends ContainerTest {

    private static final Logger LOG = Logger.getLogger(RoundTripsIT.class.getName());

    private static final String START = "2026-01-01T00:00:00Z";

    /** The transaction's own: schema and role at its begin, and its commit. */
    private static final long OF_TRANSACTION = 2;

    @Inject
    Shop shop;

    @Inject
    IdempotencyService idempotency;

    private int keys;

    private long trips(String what, Callable<Recorded> report) {
        byte[] key = {(byte) ++keys};
        KeyedRequest request = new KeyedRequest("key-" + keys, key);
        return shop.call(() -> {
            long before = CountedSockets.trips();
            idempotency.once(request, () -> Answer.ok(report.call().receipt()));
            long made = CountedSockets.trips() - before - OF_TRANSACTION;
            LOG.info(() -> "Round trips of " + what + ": " + made);
            return made;
        });
    }

    private Callable<Recorded> putting(NamedMember.By by, String value, Order order) {
        return () -> shop.accrual.record(new ReportedOrder(order, Optional.of(new NamedMember(by, value))));
    }

    private static Order order(String program, int number) {
        String currency = program.equals("P1") ? "GBP" : "USD";
        return Shop.order(program + number, "2026-03-14T10:00:0" + number + "Z", currency, Shop.line("A", 2, 4000));
    }

    @Test
    void anOrderCostsFiveRoundTripsAtMost() {
        for (String template : List.of("P1", "P2")) {
            shop.open("2026-03-14T12:00:00Z");
            ProgramCode program = shop.publish(template, START);
            MemberId anna = shop.member("anna", START, program);
            shop.put(anna, order(template, 0));
            assertThat(trips(template + " by id", putting(NamedMember.By.ID, anna.toString(), order(template, 1))))
                    .isBetween(2L, 5L);
            assertThat(trips(
                            template + " by external id",
                            putting(NamedMember.By.EXTERNAL_ID, "anna", order(template, 2))))
                    .isBetween(2L, 5L);
            MemberId ben = shop.member("ben", START, program);
            assertThat(trips(template + " first order", putting(NamedMember.By.ID, ben.toString(), order(template, 3))))
                    .isBetween(2L, 5L);
        }
    }

    @Test
    void aChangedOrderCostsSevenRoundTripsAtMost() {
        for (String template : List.of("P1", "P2")) {
            shop.open("2026-03-14T12:00:00Z");
            ProgramCode program = shop.publish(template, START);
            MemberId anna = shop.member("anna", START, program);
            shop.put(anna, order(template, 1));
            Order first = order(template, 1);
            assertThat(trips(
                            template + " return",
                            () -> shop.accrual.addReturn(
                                    first.source(),
                                    first.reference(),
                                    Shop.goods("r1", "2026-03-14T11:00:00Z", "A", 1))))
                    .isBetween(2L, 7L);
            Order cancelled = Shop.with(first, OrderStatus.CANCELLED, Optional.empty(), List.of());
            assertThat(trips(template + " cancel", putting(NamedMember.By.ID, anna.toString(), cancelled)))
                    .isBetween(2L, 7L);
        }
    }

    @Test
    void anOrderOnABudgetCostsSevenRoundTripsAtMost() {
        shop.open("2026-03-14T12:00:00Z");
        ProgramCode program = shop.publish(withBudget(), START);
        MemberId anna = shop.member("anna", START, program);
        shop.put(anna, order("P1", 0));
        assertThat(trips("budget", putting(NamedMember.By.ID, anna.toString(), order("P1", 1))))
                .isBetween(2L, 7L);
    }

    private static ProgramDocument withBudget() {
        String json = ProgramDocumentCodec.write(Shop.template("P1"));
        String budget = "\"budgets\":[{\"code\":\"launch\",\"name\":{\"en\":\"Launch\",\"zh-CN\":\"首发\"},"
                + "\"points\":5000,\"mode\":\"trim\",\"onReturn\":\"give_back\"}]";
        int ofRule = json.indexOf("\"budgets\":[]");
        int ofProgram = json.lastIndexOf("\"budgets\":[]");
        return ProgramDocumentCodec.read(json.substring(0, ofRule)
                + "\"budgets\":[\"launch\"]"
                + json.substring(ofRule + "\"budgets\":[]".length(), ofProgram)
                + budget
                + json.substring(ofProgram + "\"budgets\":[]".length()));
    }
}
