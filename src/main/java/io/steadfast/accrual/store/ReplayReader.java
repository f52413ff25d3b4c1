package io.steadfast.accrual.store;

import io.steadfast.accrual.core.Receipt;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** What was judged, to be judged again; what stands, to be compared with the books: over any connection to a tenant's schema. */
public final class ReplayReader {

    private static final String RECEIPTS =
            "SELECT receipt_id, facts, body FROM receipt WHERE receipt_id > ? ORDER BY receipt_id LIMIT ?";
    private static final String ORDERS =
            "SELECT order_id, source, reference, judgement FROM purchase_order WHERE order_id > ? ORDER BY order_id LIMIT ?";
    private static final String LATEST =
            "SELECT order_id, source, reference, judgement FROM purchase_order ORDER BY order_id DESC LIMIT ?";
    private static final String NAMED =
            "SELECT order_id, source, reference, judgement FROM purchase_order WHERE source = ? AND reference = ?";
    private static final String BOOKED = """
            SELECT member_id, origin_code, rule, wallet, sum(lifetime_points - forgiven_points) AS points
              FROM entry
             WHERE member_id = ANY (?::uuid[]) AND source = ? AND reference = ? AND origin_code IS NOT NULL
             GROUP BY member_id, origin_code, rule, wallet HAVING sum(lifetime_points - forgiven_points) <> 0
            """;

    private final Connection connection;
    private final Documents documents;

    /** Over a connection of one's own, whose search path is the tenant's schema. */
    public ReplayReader(Connection connection) {
        this(connection, new Documents());
    }

    ReplayReader(Connection connection, Documents documents) {
        this.connection = connection;
        this.documents = documents;
    }

    /** Receipts in the order in which they were written, after this one. */
    public List<ReplayRepository.Judged> receipts(UUID after, int most) {
        List<ReplayRepository.Judged> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(RECEIPTS)) {
            new Bindings(statement).id(after).number(most);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    ReceiptFacts facts = documents.read(row.getString("facts"), ReceiptFacts.class);
                    found.add(new ReplayRepository.Judged(
                            row.getObject("receipt_id", UUID.class),
                            facts.order(),
                            facts.activity(),
                            facts.judged().stream()
                                    .map(JudgementDocument.Program::judgement)
                                    .toList(),
                            documents.read(row.getString("body"), Receipt.class)));
                }
            }
        } catch (SQLException failure) {
            throw new AccrualStoreException(failure);
        }
        return found;
    }

    /** Orders in the order in which they became known, after this one. */
    public List<ReplayRepository.Standing> orders(UUID after, int most) {
        try (PreparedStatement statement = connection.prepareStatement(ORDERS)) {
            new Bindings(statement).id(after).number(most);
            return standing(statement);
        } catch (SQLException failure) {
            throw new AccrualStoreException(failure);
        }
    }

    /** The orders that became known last, the newest first. */
    public List<ReplayRepository.Standing> latest(int most) {
        try (PreparedStatement statement = connection.prepareStatement(LATEST)) {
            new Bindings(statement).number(most);
            return standing(statement);
        } catch (SQLException failure) {
            throw new AccrualStoreException(failure);
        }
    }

    /** The order of that name. */
    public Optional<ReplayRepository.Standing> named(String source, String reference) {
        try (PreparedStatement statement = connection.prepareStatement(NAMED)) {
            new Bindings(statement).text(source).text(reference);
            return standing(statement).stream().findFirst();
        } catch (SQLException failure) {
            throw new AccrualStoreException(failure);
        }
    }

    private List<ReplayRepository.Standing> standing(PreparedStatement statement) throws SQLException {
        List<ReplayRepository.Standing> found = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                found.add(new ReplayRepository.Standing(
                        row.getObject("order_id", UUID.class),
                        row.getString("source"),
                        row.getString("reference"),
                        documents
                                .read(row.getString("judgement"), JudgementDocument.class)
                                .judgement()));
            }
        }
        return found;
    }

    /** What the books hold for one order: points by member, program, rule and wallet. */
    public Map<String, Long> booked(ReplayRepository.Standing order, List<Optional<String>> members) {
        Map<String, Long> booked = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement(BOOKED)) {
            new Bindings(statement).texts(members).text(order.source()).text(order.reference());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    booked.put(
                            String.join(
                                    " ",
                                    row.getString("member_id"),
                                    row.getString("origin_code"),
                                    row.getString("rule"),
                                    row.getString("wallet")),
                            row.getLong("points"));
                }
            }
        } catch (SQLException failure) {
            throw new AccrualStoreException(failure);
        }
        return booked;
    }
}
