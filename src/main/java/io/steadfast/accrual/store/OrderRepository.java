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
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    // A month's close waits for all of these, and so none of these may wait for it with a member in hand: as every lock
    // of a member.
    private static final List<String> LOCK_OWNERS = List.of(
            "SELECT pg_advisory_xact_lock_shared(hashtext('steadfast accounting month'), hashtext(current_schema()))",
            """
            WITH named (id) AS (
                SELECT ?::uuid UNION ALL
                SELECT o.member_id FROM purchase_order AS o WHERE o.source = ? AND o.reference = ?)
            SELECT s.member_id FROM standing AS s
             WHERE s.member_id = ANY (ARRAY(SELECT id FROM named UNION ALL
                                            SELECT m.survivor_id FROM member_merge AS m JOIN named ON named.id = m.source_id))
             ORDER BY s.member_id FOR UPDATE OF s
            """);
    // Each by its key, however many orders the database believes there are: LIMIT keeps it from joining the whole
    // table.
    private static final String OWNERS = """
            SELECT DISTINCT o.member_id
              FROM unnest(?::text[], ?::text[]) AS n (source, reference)
             CROSS JOIN LATERAL (SELECT member_id FROM purchase_order AS each
                                  WHERE each.source = n.source AND each.reference = n.reference LIMIT 1) AS o
             WHERE o.member_id IS NOT NULL
            """;
    /** The ids of receipts and entries rise with the time at which they are made. Parameters: entries, order. */
    private static final String WHEN_MADE = """
            SELECT n.entry_id, r.facts
              FROM unnest(?::text[]::uuid[]) AS n (entry_id)
             CROSS JOIN LATERAL (
                   SELECT facts FROM receipt
                    WHERE subject_id = ? AND receipt_id < n.entry_id ORDER BY receipt_id DESC LIMIT 1) AS r
            """;

    /** Of those too who were merged into the member. */
    private static final String PAID_BEFORE = """
            WITH RECURSIVE same (member_id) AS (
                SELECT ?::uuid
                UNION SELECT m.source_id FROM same AS s JOIN member_merge AS m ON m.survivor_id = s.member_id)
            SELECT count(*) FROM (
              SELECT 1 FROM purchase_order
               WHERE member_id = ANY (ARRAY(SELECT member_id FROM same)) AND occurred_at < ?
                 AND status IN ('PAID', 'FULFILLED')
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

    /**
     * Locks, before the order itself, the books of the member it is reported for and of the one whose it is, and of those into whom they
     * were merged, in the order of their ids.
     *
     * @return those who were locked
     */
    public Asked<Set<MemberId>> lockOwners(Optional<MemberId> member, String source, String reference) {
        return store.ask(
                LOCK_OWNERS,
                (statement, first) -> new Bindings(statement, first)
                        .id(member.map(MemberId::value))
                        .text(source)
                        .text(reference)
                        .next(),
                results -> {
                    results.rows();
                    return members(results.rows());
                });
    }

    /** Whose these orders are, as far as they are known. */
    public Set<MemberId> owners(List<Order> orders) {
        try (PreparedStatement statement = store.connection().prepareStatement(OWNERS)) {
            new Bindings(statement)
                    .texts(orders.stream().map(Order::source).map(Optional::of).toList())
                    .texts(orders.stream()
                            .map(Order::reference)
                            .map(Optional::of)
                            .toList());
            try (ResultSet rows = statement.executeQuery()) {
                return members(rows);
            }
        } catch (SQLException failure) {
            throw new AccrualStoreException(failure);
        }
    }

    private static Set<MemberId> members(ResultSet rows) throws SQLException {
        Set<MemberId> members = new LinkedHashSet<>();
        while (rows.next()) {
            members.add(new MemberId(rows.getObject("member_id", UUID.class)));
        }
        return members;
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

    /** How an order stood when each of these entries was made; without those that were made before anybody knew it. */
    public Map<UUID, Order> whenMade(UUID orderId, List<UUID> entries) {
        try (PreparedStatement statement = store.connection().prepareStatement(WHEN_MADE)) {
            new Bindings(statement)
                    .texts(entries.stream()
                            .map(UUID::toString)
                            .map(Optional::of)
                            .toList())
                    .id(orderId);
            Map<UUID, Order> orders = new HashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    UUID entry = rows.getObject("entry_id", UUID.class);
                    documents
                            .read(rows.getString("facts"), ReceiptFacts.class)
                            .order()
                            .ifPresent(order -> orders.put(entry, order));
                }
            }
            return orders;
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
