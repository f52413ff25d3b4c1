package io.steadfast.memberships.store;

import io.steadfast.memberships.core.ListWish;
import io.steadfast.memberships.core.MembershipId;
import io.steadfast.memberships.core.MembershipState;
import io.steadfast.memberships.core.Subscription;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Where each membership stood when it was last looked at. A projection of what was agreed and what happened. */
@Dependent
public class StandingRepository {

    private static final String FIND = """
            SELECT state, covered_until, due_at, seen_at FROM membership_standing WHERE membership_id = ?
            """;
    private static final String KEEP = """
            INSERT INTO membership_standing (membership_id, member_id, program, plan, state, covered_until, due_at, seen_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (membership_id) DO UPDATE
               SET state = excluded.state, covered_until = excluded.covered_until, due_at = excluded.due_at,
                   seen_at = excluded.seen_at
            """;
    private static final String DUE = """
            SELECT membership_id, member_id FROM membership_standing WHERE due_at <= ? ORDER BY due_at, membership_id LIMIT ?
            """;
    private static final String NEXT_DUE = "SELECT min(due_at) AS due_at FROM membership_standing";
    private static final String PAGE = """
            SELECT membership_id FROM membership_standing
             WHERE (?::text IS NULL OR program = ?) AND (?::text IS NULL OR state = ?)
               AND (?::uuid IS NULL OR membership_id < ?)
             ORDER BY membership_id DESC LIMIT ?
            """;
    private static final String COUNTS = """
            SELECT state, count(*) AS members FROM membership_standing
             WHERE ?::text IS NULL OR program = ? GROUP BY state
            """;

    @Inject
    TenantStore store;

    public Optional<Standing> find(MembershipId id) {
        try (PreparedStatement statement = store.connection().prepareStatement(FIND)) {
            statement.setObject(1, id.value());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(standing(row)) : Optional.empty();
            }
        } catch (SQLException failure) {
            throw new MembershipStoreException(failure);
        }
    }

    public void keep(Subscription subscription, Standing standing) {
        try (PreparedStatement statement = store.connection().prepareStatement(KEEP)) {
            statement.setObject(1, subscription.id().value());
            statement.setObject(2, subscription.member().value());
            statement.setString(3, subscription.program().value());
            statement.setString(4, subscription.plan().value());
            statement.setString(5, standing.state().name());
            statement.setObject(6, standing.coveredUntil().atOffset(ZoneOffset.UTC));
            statement.setObject(
                    7,
                    standing.dueAt().map(due -> due.atOffset(ZoneOffset.UTC)).orElse(null),
                    Types.TIMESTAMP_WITH_TIMEZONE);
            statement.setObject(8, standing.seenAt().atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new MembershipStoreException(failure);
        }
    }

    /** Memberships to which something happens by time alone up to an instant, with whose they are; at most so many. */
    public Map<MembershipId, MemberId> due(Instant upTo, int most) {
        try (PreparedStatement statement = store.connection().prepareStatement(DUE)) {
            statement.setObject(1, upTo.atOffset(ZoneOffset.UTC));
            statement.setInt(2, most);
            Map<MembershipId, MemberId> due = new TreeMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    due.put(
                            new MembershipId(row.getObject("membership_id", UUID.class)),
                            new MemberId(row.getObject("member_id", UUID.class)));
                }
            }
            return due;
        } catch (SQLException failure) {
            throw new MembershipStoreException(failure);
        }
    }

    public Optional<Instant> nextDue() {
        try (PreparedStatement statement = store.connection().prepareStatement(NEXT_DUE);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return dueAt(row);
        } catch (SQLException failure) {
            throw new MembershipStoreException(failure);
        }
    }

    /** The ids of a page, the newest first. */
    public List<MembershipId> page(ListWish wish) {
        try (PreparedStatement statement = store.connection().prepareStatement(PAGE)) {
            String program = wish.program().map(code -> code.value()).orElse(null);
            String state = wish.state().map(MembershipState::name).orElse(null);
            UUID before = wish.before().map(MembershipId::value).orElse(null);
            statement.setString(1, program);
            statement.setString(2, program);
            statement.setString(3, state);
            statement.setString(4, state);
            statement.setObject(5, before, Types.OTHER);
            statement.setObject(6, before, Types.OTHER);
            statement.setInt(7, wish.most());
            List<MembershipId> ids = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    ids.add(new MembershipId(row.getObject("membership_id", UUID.class)));
                }
            }
            return ids;
        } catch (SQLException failure) {
            throw new MembershipStoreException(failure);
        }
    }

    /** How many memberships stand where, as last looked at. */
    public Map<MembershipState, Long> counts(Optional<String> program) {
        try (PreparedStatement statement = store.connection().prepareStatement(COUNTS)) {
            statement.setString(1, program.orElse(null));
            statement.setString(2, program.orElse(null));
            Map<MembershipState, Long> counts = new TreeMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    counts.put(MembershipState.valueOf(row.getString("state")), row.getLong("members"));
                }
            }
            return counts;
        } catch (SQLException failure) {
            throw new MembershipStoreException(failure);
        }
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                MembershipState.valueOf(row.getString("state")),
                SubscriptionReading.instant(row, "covered_until"),
                dueAt(row),
                SubscriptionReading.instant(row, "seen_at"));
    }

    private static Optional<Instant> dueAt(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getObject("due_at", OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }
}
