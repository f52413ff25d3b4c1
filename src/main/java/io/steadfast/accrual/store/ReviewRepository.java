package io.steadfast.accrual.store;

import io.steadfast.accrual.core.Activity;
import io.steadfast.accrual.core.ActivityReview;
import io.steadfast.accrual.core.ActivityReview.Decided;
import io.steadfast.accrual.core.ActivityReview.ProgramDoubts;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Activities in review. */
@Dependent
public class ReviewRepository {

    private static final String OPEN = """
            INSERT INTO activity_review (review_id, member_id, receipt_id, doubts, state, opened_at)
            VALUES (?, ?, ?, ?::jsonb, 'WAITING', ?)
            """;
    private static final String SELECT = """
            SELECT v.review_id, v.doubts, v.state, v.opened_at, v.decided_at, v.decided_by, v.reason,
                   a.content, r.body
              FROM activity_review AS v
              JOIN activity AS a ON a.activity_id = v.review_id
              JOIN receipt AS r ON r.receipt_id = v.receipt_id
            """;
    private static final String ONE = SELECT + " WHERE v.review_id = ?";
    private static final String WAITING =
            SELECT + " WHERE v.state = 'WAITING' AND v.review_id > ? ORDER BY v.review_id LIMIT ?";
    private static final String DECIDED =
            SELECT + " WHERE v.state = ? AND v.review_id < ? ORDER BY v.review_id DESC LIMIT ?";
    private static final String DECIDE = """
            UPDATE activity_review SET state = ?, decided_at = ?, decided_by = ?, reason = ?
             WHERE review_id = ? AND state = 'WAITING'
            """;
    private static final String FORGET =
            "UPDATE activity_review SET reason = '' WHERE member_id = ? AND reason IS NOT NULL";
    private static final UUID FIRST_ID = new UUID(0, 0);
    private static final UUID LAST_ID = new UUID(-1L, -1L);

    @Inject
    TenantStore store;

    @Inject
    Documents documents;

    /** Doubts as they are kept. */
    record DoubtsDocument(List<ProgramDoubts> programs) {}

    /** Puts an activity in review, together with what else the transaction writes last. */
    public void open(UUID activityId, MemberId member, Receipt receipt, List<ProgramDoubts> doubts, Instant now) {
        store.send(
                List.of(OPEN),
                (statement, first) -> new Bindings(statement, first)
                        .id(activityId)
                        .id(member.value())
                        .id(receipt.receiptId())
                        .text(documents.text(new DoubtsDocument(doubts)))
                        .instant(now)
                        .next());
    }

    public Optional<ActivityReview> find(UUID id) {
        return read(ONE, bindings -> bindings.id(id)).stream().findFirst();
    }

    /** Those that wait, the longest waiting first. */
    public List<ActivityReview> waiting(Optional<UUID> after, int most) {
        return read(WAITING, bindings -> bindings.id(after.orElse(FIRST_ID)).number(most));
    }

    /** Those that ended so, the newest first. */
    public List<ActivityReview> decided(ActivityReview.State state, Optional<UUID> after, int most) {
        return read(
                DECIDED,
                bindings ->
                        bindings.text(state.name()).id(after.orElse(LAST_ID)).number(most));
    }

    /** Notes the decision; false where there is one already. */
    public boolean decide(UUID id, ActivityReview.State state, Decided decided) {
        try (PreparedStatement statement = store.connection().prepareStatement(DECIDE)) {
            new Bindings(statement)
                    .text(state.name())
                    .instant(decided.at())
                    .text(decided.by())
                    .text(decided.reason())
                    .id(id);
            return statement.executeUpdate() == 1;
        } catch (SQLException failure) {
            throw new AccrualStoreException(failure);
        }
    }

    /** Takes away what people wrote about a member. */
    public void forget(MemberId member) {
        store.sql(FORGET).id(member.value()).run();
    }

    /** Binds a query's parameters. */
    private interface Binding {
        Bindings bind(Bindings bindings) throws SQLException;
    }

    private List<ActivityReview> read(String sql, Binding binding) {
        try (PreparedStatement statement = store.connection().prepareStatement(sql)) {
            binding.bind(new Bindings(statement));
            List<ActivityReview> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(review(row));
                }
            }
            return found;
        } catch (SQLException failure) {
            throw new AccrualStoreException(failure);
        }
    }

    private ActivityReview review(ResultSet row) throws SQLException {
        List<ProgramDoubts> doubts =
                documents.read(row.getString("doubts"), DoubtsDocument.class).programs();
        Set<ProgramCode> doubting = doubts.stream().map(ProgramDoubts::program).collect(Collectors.toSet());
        Receipt receipt = documents.read(row.getString("body"), Receipt.class);
        return new ActivityReview(
                row.getObject("review_id", UUID.class),
                documents.read(row.getString("content"), Activity.class),
                doubts,
                receipt.programs().stream()
                        .filter(part -> doubting.contains(part.program()))
                        .flatMap(part -> part.granted().stream()
                                .map(granted -> new ActivityReview.Promised(part.program(), granted)))
                        .toList(),
                ActivityReview.State.valueOf(row.getString("state")),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                decision(row));
    }

    private static Optional<Decided> decision(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("decided_at", OffsetDateTime.class);
        return at == null
                ? Optional.empty()
                : Optional.of(new Decided(at.toInstant(), row.getString("decided_by"), row.getString("reason")));
    }
}
