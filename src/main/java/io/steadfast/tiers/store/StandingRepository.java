package io.steadfast.tiers.store;

import io.steadfast.platform.persistence.Asked;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.programs.core.TierSet;
import io.steadfast.programs.core.TierSetCode;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.TierCode;
import io.steadfast.tiers.core.KeptStanding;
import io.steadfast.tiers.core.MetricChange;
import io.steadfast.tiers.core.TierOutlook;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where each member stands on each ladder. A projection of changes and facts. */
@Dependent
public class StandingRepository {

    private static final String OF_MEMBER = """
            SELECT program, tier_set, version, tier, due_at, joined_at, facts_seq,
                   last_at, last_source, last_reference, last_part, state
              FROM tier_standing WHERE member_id = ?
            """;
    private static final String KEEP = """
            INSERT INTO tier_standing (member_id, program, tier_set, version, tier, rank, valid_until, due_at, joined_at,
                                       facts_seq, last_at, last_source, last_reference, last_part, state, notice_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
            ON CONFLICT ON CONSTRAINT tier_standing_key DO UPDATE
               SET version = excluded.version, tier = excluded.tier, rank = excluded.rank,
                   valid_until = excluded.valid_until, due_at = excluded.due_at, joined_at = excluded.joined_at,
                   facts_seq = excluded.facts_seq, last_at = excluded.last_at, last_source = excluded.last_source,
                   last_reference = excluded.last_reference, last_part = excluded.last_part, state = excluded.state,
                   notice_at = CASE WHEN tier_standing.noticed_until = excluded.valid_until THEN NULL
                                    ELSE excluded.notice_at END
            """;
    // The longest due first, as the index has them: to find the first members of all that are due, all would be read
    // each time.
    private static final String DUE = """
            SELECT member_id FROM tier_standing WHERE due_at <= ? ORDER BY due_at, member_id LIMIT ?
            """;
    private static final String EARLIEST_VERSION =
            "SELECT min(version) AS version FROM tier_standing WHERE program = ? AND tier_set = ?";
    private static final String WALKED_BEFORE = """
            SELECT member_id FROM tier_standing WHERE program = ? AND tier_set = ? AND version < ? LIMIT ?
            """;
    private static final String NEXT_DUE = "SELECT min(due_at) AS due_at FROM tier_standing";

    @Inject
    TenantStore store;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    /** The key under which a transaction keeps a locked member's ladders. */
    private record AheadKey(MemberId member) {}

    private record Ahead(Asked<Map<TierSetRef, KeptStanding>> ladders) {}

    /** All ladders of a member; a ladder on which nothing counted yet isn't there. */
    public Map<TierSetRef, KeptStanding> of(MemberId member) {
        Asked<Map<TierSetRef, KeptStanding>> asked =
                transactions.getResource(new AheadKey(member)) instanceof Ahead ahead ? ahead.ladders() : ask(member);
        return new LinkedHashMap<>(asked.get());
    }

    /**
     * Has a member's ladders read with the transaction's next round trip; {@link #of} then costs none. Only for a member
     * whose lock is held from that round trip on, since nobody else may move them meanwhile.
     */
    public void lookAhead(MemberId member) {
        transactions.putResource(new AheadKey(member), new Ahead(ask(member)));
    }

    private Asked<Map<TierSetRef, KeptStanding>> ask(MemberId member) {
        return store.ask(
                List.of(OF_MEMBER),
                (statement, first) -> {
                    statement.setObject(first, member.value());
                    return first + 1;
                },
                results -> {
                    Map<TierSetRef, KeptStanding> standings = new LinkedHashMap<>();
                    ResultSet row = results.rows();
                    while (row.next()) {
                        standings.put(set(row), standing(row));
                    }
                    return standings;
                });
    }

    /** Goes out with whatever else the transaction writes last. */
    public void keep(TierKey key, KeptStanding standing) {
        if (transactions.getResource(new AheadKey(key.member())) instanceof Ahead ahead) {
            ahead.ladders().get().put(key.set(), standing);
        }
        store.send(List.of(KEEP), (statement, first) -> bind(statement, first, key, standing));
    }

    private static int bind(PreparedStatement statement, int first, TierKey key, KeptStanding standing)
            throws SQLException {
        statement.setObject(first, key.member().value());
        statement.setString(first + 1, key.set().program().value());
        statement.setString(first + 2, key.set().set().value());
        statement.setInt(first + 3, standing.version());
        statement.setString(first + 4, standing.tier().value());
        statement.setInt(first + 5, standing.state().held().rank());
        statement.setObject(first + 6, at(standing.state().held().until()), Types.TIMESTAMP_WITH_TIMEZONE);
        statement.setObject(first + 7, at(standing.dueAt()), Types.TIMESTAMP_WITH_TIMEZONE);
        statement.setObject(first + 8, standing.joinedAt().atOffset(ZoneOffset.UTC));
        statement.setLong(first + 9, standing.factsSeq());
        Optional<MetricChange> last = standing.last();
        statement.setObject(first + 10, at(last.map(MetricChange::at)), Types.TIMESTAMP_WITH_TIMEZONE);
        statement.setString(first + 11, last.map(MetricChange::source).orElse(null));
        statement.setString(first + 12, last.map(MetricChange::reference).orElse(null));
        statement.setObject(first + 13, last.map(MetricChange::part).orElse(null), Types.INTEGER);
        statement.setString(first + 14, TierStateJson.write(standing.state()));
        statement.setObject(first + 15, at(noticeAt(standing)), Types.TIMESTAMP_WITH_TIMEZONE);
        return first + 16;
    }

    /** A ladder that is gone reviews nobody: there is nothing to tell of ahead. */
    private static Optional<Instant> noticeAt(KeptStanding standing) {
        return TierOutlook.noticeAt(standing.state().held())
                .filter(at -> standing.dueAt().isPresent());
    }

    /** Members to whom something happens by time alone up to an instant, at most {@code limit}. */
    public List<MemberId> due(Instant upTo, int limit) {
        try (PreparedStatement statement = store.connection().prepareStatement(DUE)) {
            statement.setObject(1, upTo.atOffset(ZoneOffset.UTC));
            statement.setInt(2, limit);
            List<MemberId> members = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    members.add(new MemberId(row.getObject("member_id", UUID.class)));
                }
            }
            return members;
        } catch (SQLException failure) {
            throw new TierStoreException(failure);
        }
    }

    /** The lowest version by which somebody on a ladder was walked last; empty where nobody was. */
    public Optional<Integer> earliestVersion(TierSetRef ref) {
        return store.sql(EARLIEST_VERSION)
                .text(ref.program().value())
                .text(ref.set().value())
                .one(row -> row.optionalInteger("version"))
                .flatMap(version -> version);
    }

    /** Members who were walked up a ladder by an earlier version, at most {@code limit}. */
    public List<MemberId> walkedBefore(TierSetRef ref, int version, int limit) {
        return store.sql(WALKED_BEFORE)
                .text(ref.program().value())
                .text(ref.set().value())
                .number(version)
                .number(limit)
                .all(row -> new MemberId(row.id("member_id")));
    }

    public Optional<Instant> nextDue() {
        try (PreparedStatement statement = store.connection().prepareStatement(NEXT_DUE);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return instant(row, "due_at");
        } catch (SQLException failure) {
            throw new TierStoreException(failure);
        }
    }

    private static TierSetRef set(ResultSet row) throws SQLException {
        return new TierSetRef(new ProgramCode(row.getString("program")), new TierSetCode(row.getString("tier_set")));
    }

    private static KeptStanding standing(ResultSet row) throws SQLException {
        Optional<Instant> lastAt = instant(row, "last_at");
        Optional<MetricChange> last = lastAt.isEmpty()
                ? Optional.empty()
                : Optional.of(new MetricChange(
                        lastAt.get(),
                        lastAt.get(),
                        row.getString("last_source"),
                        row.getString("last_reference"),
                        row.getInt("last_part"),
                        0,
                        TierSet.METRIC));
        return new KeptStanding(
                row.getInt("version"),
                new TierCode(row.getString("tier")),
                TierStateJson.read(row.getString("state")),
                instant(row, "due_at"),
                instant(row, "joined_at").orElseThrow(),
                row.getLong("facts_seq"),
                last);
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static @Nullable OffsetDateTime at(Optional<Instant> instant) {
        return instant.map(moment -> moment.atOffset(ZoneOffset.UTC)).orElse(null);
    }
}
