package io.steadfast.tiers.store;

import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.programs.core.TierSetCode;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.TierCode;
import io.steadfast.tiers.core.MetricChange;
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
                                       facts_seq, last_at, last_source, last_reference, last_part, state)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
            ON CONFLICT ON CONSTRAINT tier_standing_key DO UPDATE
               SET version = excluded.version, tier = excluded.tier, rank = excluded.rank,
                   valid_until = excluded.valid_until, due_at = excluded.due_at, joined_at = excluded.joined_at,
                   facts_seq = excluded.facts_seq, last_at = excluded.last_at, last_source = excluded.last_source,
                   last_reference = excluded.last_reference, last_part = excluded.last_part, state = excluded.state
            """;
    private static final String DUE = """
            SELECT DISTINCT member_id FROM tier_standing WHERE due_at <= ? ORDER BY member_id LIMIT ?
            """;
    private static final String NEXT_DUE = "SELECT min(due_at) AS due_at FROM tier_standing";

    @Inject
    TenantStore store;

    /** All ladders of a member; a ladder on which nothing counted yet isn't there. */
    public Map<TierSetRef, KeptStanding> of(MemberId member) {
        try (PreparedStatement statement = store.connection().prepareStatement(OF_MEMBER)) {
            statement.setObject(1, member.value());
            Map<TierSetRef, KeptStanding> standings = new LinkedHashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    standings.put(set(row), standing(row));
                }
            }
            return standings;
        } catch (SQLException failure) {
            throw new TierStoreException(failure);
        }
    }

    public void keep(TierKey key, KeptStanding standing) {
        try (PreparedStatement statement = store.connection().prepareStatement(KEEP)) {
            statement.setObject(1, key.member().value());
            statement.setString(2, key.set().program().value());
            statement.setString(3, key.set().set().value());
            statement.setInt(4, standing.version());
            statement.setString(5, standing.tier().value());
            statement.setInt(6, standing.state().held().rank());
            statement.setObject(7, at(standing.state().held().until()), Types.TIMESTAMP_WITH_TIMEZONE);
            statement.setObject(8, at(standing.dueAt()), Types.TIMESTAMP_WITH_TIMEZONE);
            statement.setObject(9, standing.joinedAt().atOffset(ZoneOffset.UTC));
            statement.setLong(10, standing.factsSeq());
            Optional<MetricChange> last = standing.last();
            statement.setObject(11, at(last.map(MetricChange::at)), Types.TIMESTAMP_WITH_TIMEZONE);
            statement.setString(12, last.map(MetricChange::source).orElse(null));
            statement.setString(13, last.map(MetricChange::reference).orElse(null));
            statement.setObject(14, last.map(MetricChange::part).orElse(null), Types.INTEGER);
            statement.setString(15, TierStateJson.write(standing.state()));
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new TierStoreException(failure);
        }
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
                        0));
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
