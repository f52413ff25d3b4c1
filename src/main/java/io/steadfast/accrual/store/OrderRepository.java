package io.steadfast.accrual.store;

import io.steadfast.accrual.core.Judgement;
import io.steadfast.accrual.core.KnownOrder;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.OrderArrival;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.platform.persistence.Asked;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Orders in their present state. */
@Dependent
public class OrderRepository {

    // The first statement makes callers wait who report an order nobody knows yet; the second one then sees what they
    // wrote. Both go in one round trip.
    private static final String FIND = """
            SELECT o.order_id, o.content, o.judgement, o.recorded_at, r.body,
                   EXISTS (SELECT 1 FROM entry AS e
                            WHERE e.kind = 'CORRECTION' AND e.source = o.source AND e.reference = o.reference) AS corrected
              FROM purchase_order AS o JOIN receipt AS r USING (receipt_id)
             WHERE o.source = ? AND o.reference = ?
            """;
    private static final List<String> LOCK = List.of(
            "SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || ' ' || ? || ' ' || ?, 0))", FIND);
    private static final String PAID_BEFORE = """
            SELECT count(*) FROM (
              SELECT 1 FROM purchase_order
               WHERE member_id = ? AND occurred_at < ? AND status IN ('PAID', 'FULFILLED')
                 AND NOT (source = ? AND reference = ?)
               LIMIT 10000) AS before
            """;
    private static final String RENUMBER =
            "UPDATE purchase_order SET content = ?::jsonb, revision = ? WHERE order_id = ?";

    private static final String ANYTHING =
            "SELECT EXISTS (SELECT 1 FROM purchase_order) OR EXISTS (SELECT 1 FROM activity)";

    @Inject
    TenantStore store;

    @Inject
    Documents documents;

    /** The order, if it is known; whoever reports the same order meanwhile waits until this transaction ends. */
    public Asked<Optional<KnownOrder>> lock(String source, String reference) {
        return store.ask(
                LOCK,
                (statement, first) -> new Bindings(statement, first)
                        .text(source)
                        .text(reference)
                        .text(source)
                        .text(reference)
                        .next(),
                results -> {
                    results.rows();
                    ResultSet row = results.rows();
                    return row.next() ? Optional.of(known(row)) : Optional.empty();
                });
    }

    /** The order, if it is known. */
    public Optional<KnownOrder> find(String source, String reference) {
        try (PreparedStatement statement = store.connection().prepareStatement(FIND)) {
            new Bindings(statement).text(source).text(reference);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(known(row)) : Optional.empty();
            }
        } catch (SQLException failure) {
            throw new AccrualStoreException(failure);
        }
    }

    /** How many other paid orders of the member occurred before; at most 10,000 are counted. */
    public Asked<Long> paidBefore(MemberId member, Order order) {
        return store.ask(
                List.of(PAID_BEFORE),
                (statement, first) -> new Bindings(statement, first)
                        .id(member.value())
                        .instant(order.occurredAt())
                        .text(order.source())
                        .text(order.reference())
                        .next(),
                results -> {
                    ResultSet row = results.rows();
                    row.next();
                    return row.getLong(1);
                });
    }

    /** Whether any order or activity was ever recorded. */
    public boolean anythingRecorded() {
        try (PreparedStatement statement = store.connection().prepareStatement(ANYTHING);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        } catch (SQLException failure) {
            throw new AccrualStoreException(failure);
        }
    }

    /** Keeps a higher revision of the same content. */
    public void renumber(UUID orderId, Order present) {
        store.send(
                List.of(RENUMBER),
                (statement, first) -> new Bindings(statement, first)
                        .text(documents.text(present))
                        .number(present.revision())
                        .id(orderId)
                        .next());
    }

    private KnownOrder known(ResultSet row) throws SQLException {
        Optional<Judgement> judgement = documents
                .read(row.getString("judgement"), JudgementDocument.class)
                .judgement();
        return new KnownOrder(
                row.getObject("order_id", UUID.class),
                new OrderArrival.Known(documents.read(row.getString("content"), Order.class), judgement),
                documents.read(row.getString("body"), Receipt.class),
                row.getBoolean("corrected"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
