package io.steadfast.accrual.store;

import io.steadfast.accrual.core.Activity;
import io.steadfast.accrual.core.ActivitySpan;
import io.steadfast.accrual.core.ProgramJudgement;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.platform.persistence.Asked;
import io.steadfast.platform.persistence.TenantStore;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Activities as they were reported. */
@Dependent
public class ActivityRepository {

    /** The receipt that stands for an activity is its last one: a review or a claw-back writes another. */
    private static final String STANDING = """
              FROM activity AS a
              CROSS JOIN LATERAL (SELECT r.body FROM receipt AS r WHERE r.subject_id = a.activity_id
                                   ORDER BY r.receipt_id DESC LIMIT 1) AS last
            """;

    private static final String OF_KEY = " WHERE a.source = ? AND a.reference = ?";

    // As for orders: first wait, then see what the one before wrote; one round trip.
    private static final List<String> LOCK = List.of(
            "SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || ' activity ' || ? || ' ' || ?, 0))",
            "SELECT a.content, last.body" + STANDING + OF_KEY);
    private static final String FIND = "SELECT a.activity_id, a.content, a.receipt_id, last.body" + STANDING + OF_KEY;
    private static final String FIRST = "SELECT facts FROM receipt WHERE receipt_id = ?";
    private static final String GIVEN = """
            SELECT kind, program, version, document::text AS document, entry_id FROM proof
             WHERE receipt_id = ? AND kind = 'GRANT' AND entry_id IS NOT NULL ORDER BY proof_id
            """;
    private static final String KEPT =
            "SELECT budget, sum(points) AS points FROM budget_use WHERE receipt_id = ? GROUP BY budget";
    private static final String AROUND = """
            SELECT a.content FROM activity AS a
              LEFT JOIN activity_review AS v ON v.review_id = a.activity_id AND v.state = 'REJECTED'
             WHERE a.member_id = ? AND a.occurred_at > ? AND a.occurred_at < ? AND v.review_id IS NULL
             ORDER BY a.occurred_at DESC LIMIT ?
            """;

    /** Nobody does more in a month; who seems to is looked at for those. */
    private static final int MOST_AROUND = 500;

    @Inject
    TenantStore store;

    @Inject
    Documents documents;

    /** An activity that is known, with the receipt that stands for it. */
    public record Known(Activity activity, Receipt receipt) {}

    /**
     * What was posted for an activity when it was judged.
     *
     * @param first the receipt of the judgement
     * @param given the proofs of what was granted, by the entry that granted it
     * @param kept of shared limits, by name
     */
    public record Judged(
            UUID activityId,
            Known known,
            UUID first,
            List<ProgramJudgement> programs,
            Map<UUID, StoredProof> given,
            Map<String, Long> kept) {}

    /** The activity, if it is known; whoever reports the same one meanwhile waits until this transaction ends. */
    public Asked<Optional<Known>> lock(String source, String reference) {
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

    /** What else the member did that may share time with this and wasn't found untrue; nothing where it took no time. */
    public Asked<List<Activity>> around(Activity activity) {
        Instant until = ActivitySpan.of(activity).map(ActivitySpan::until).orElse(activity.occurredAt());
        boolean tookTime = until.isAfter(activity.occurredAt());
        return store.ask(
                List.of(AROUND),
                (statement, first) -> new Bindings(statement, first)
                        .id(activity.member().value())
                        .instant(activity.occurredAt().minus(ActivitySpan.LONGEST))
                        .instant(until)
                        .number(tookTime ? MOST_AROUND : 0)
                        .next(),
                results -> {
                    List<Activity> others = new ArrayList<>();
                    ResultSet row = results.rows();
                    while (row.next()) {
                        others.add(documents.read(row.getString("content"), Activity.class));
                    }
                    return others;
                });
    }

    /** An activity with what was posted for it; the member's lock is held. */
    public Optional<Judged> judged(String source, String reference) {
        try (PreparedStatement statement = store.connection().prepareStatement(FIND)) {
            new Bindings(statement).text(source).text(reference);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(judged(row)) : Optional.empty();
            }
        } catch (SQLException failure) {
            throw new AccrualStoreException(failure);
        }
    }

    private Judged judged(ResultSet row) throws SQLException {
        UUID first = row.getObject("receipt_id", UUID.class);
        return new Judged(
                row.getObject("activity_id", UUID.class),
                known(row),
                first,
                programs(first),
                given(first),
                kept(first));
    }

    private Known known(ResultSet row) throws SQLException {
        return new Known(
                documents.read(row.getString("content"), Activity.class),
                documents.read(row.getString("body"), Receipt.class));
    }

    private List<ProgramJudgement> programs(UUID receipt) throws SQLException {
        try (PreparedStatement statement = store.connection().prepareStatement(FIRST)) {
            new Bindings(statement).id(receipt);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return documents.read(row.getString("facts"), ReceiptFacts.class).judged().stream()
                        .map(JudgementDocument.Program::judgement)
                        .toList();
            }
        }
    }

    private Map<UUID, StoredProof> given(UUID receipt) throws SQLException {
        try (PreparedStatement statement = store.connection().prepareStatement(GIVEN)) {
            new Bindings(statement).id(receipt);
            try (ResultSet row = statement.executeQuery()) {
                Map<UUID, StoredProof> given = new HashMap<>();
                while (row.next()) {
                    given.put(row.getObject("entry_id", UUID.class), ProofRepository.proof(row));
                }
                return given;
            }
        }
    }

    private Map<String, Long> kept(UUID receipt) throws SQLException {
        try (PreparedStatement statement = store.connection().prepareStatement(KEPT)) {
            new Bindings(statement).id(receipt);
            try (ResultSet row = statement.executeQuery()) {
                Map<String, Long> kept = new HashMap<>();
                while (row.next()) {
                    kept.put(row.getString("budget"), row.getLong("points"));
                }
                return kept;
            }
        }
    }
}
