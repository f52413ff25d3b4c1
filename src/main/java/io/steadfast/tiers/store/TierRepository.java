package io.steadfast.tiers.store;

import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.programs.core.Tier;
import io.steadfast.programs.core.TierSetCode;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.TierCode;
import io.steadfast.tiers.core.MetricChange;
import io.steadfast.tiers.core.TierFact;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What counted and what followed from it: rows that are written once. */
@Dependent
public class TierRepository {

    private static final String ADD_CHANGE = """
            INSERT INTO metric_change (change_id, member_id, program, tier_set, at, counts_at, source, reference, part,
                                       delta, recorded_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String CHANGES = """
            SELECT at, counts_at, source, reference, part, delta FROM metric_change
             WHERE member_id = ? AND program = ? AND tier_set = ?
            """;
    private static final String ADD_FACT = """
            INSERT INTO tier_fact (member_id, program, tier_set, seq, starts_at, rank, tier, cause, valid_until, recorded_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String FACTS = """
            SELECT starts_at, rank, cause, valid_until FROM tier_fact
             WHERE member_id = ? AND program = ? AND tier_set = ? ORDER BY starts_at, seq
            """;
    private static final String AS_OF = """
            SELECT DISTINCT ON (program, tier_set) program, tier_set, tier FROM tier_fact
             WHERE member_id = ? AND starts_at <= ? ORDER BY program, tier_set, starts_at DESC, seq DESC
            """;

    @Inject
    TenantStore store;

    public void add(TierKey key, List<MetricChange> changes, Instant recordedAt) {
        try (PreparedStatement statement = store.connection().prepareStatement(ADD_CHANGE)) {
            for (MetricChange change : changes) {
                statement.setObject(1, Ids.next());
                key(statement, 2, key);
                statement.setObject(5, change.at().atOffset(ZoneOffset.UTC));
                statement.setObject(6, change.countsAt().atOffset(ZoneOffset.UTC));
                statement.setString(7, change.source());
                statement.setString(8, change.reference());
                statement.setInt(9, change.part());
                statement.setLong(10, change.delta());
                statement.setObject(11, recordedAt.atOffset(ZoneOffset.UTC));
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException failure) {
            throw new TierStoreException(failure);
        }
    }

    /** Everything that ever counted for a member on a ladder: read only when something arrives late. */
    public List<MetricChange> changes(TierKey key) {
        try (PreparedStatement statement = store.connection().prepareStatement(CHANGES)) {
            key(statement, 1, key);
            List<MetricChange> changes = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    changes.add(new MetricChange(
                            StandingRepository.instant(row, "at").orElseThrow(),
                            StandingRepository.instant(row, "counts_at").orElseThrow(),
                            row.getString("source"),
                            row.getString("reference"),
                            row.getInt("part"),
                            row.getLong("delta")));
                }
            }
            return changes;
        } catch (SQLException failure) {
            throw new TierStoreException(failure);
        }
    }

    /** @param seq of the first fact; the next ones count on */
    public void addFacts(TierKey key, List<TierFact> facts, List<Tier> ladder, FactSequence sequence) {
        try (PreparedStatement statement = store.connection().prepareStatement(ADD_FACT)) {
            long seq = sequence.first();
            for (TierFact fact : facts) {
                key(statement, 1, key);
                statement.setLong(4, seq++);
                statement.setObject(5, fact.from().atOffset(ZoneOffset.UTC));
                statement.setInt(6, fact.rank());
                statement.setString(7, ladder.get(fact.rank()).code().value());
                statement.setString(8, fact.cause().name());
                statement.setObject(9, StandingRepository.at(fact.until()), Types.TIMESTAMP_WITH_TIMEZONE);
                statement.setObject(10, sequence.recordedAt().atOffset(ZoneOffset.UTC));
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException failure) {
            throw new TierStoreException(failure);
        }
    }

    /** All facts of a member on a ladder by start; of equal starts the last stands. */
    public List<TierFact> facts(TierKey key) {
        try (PreparedStatement statement = store.connection().prepareStatement(FACTS)) {
            key(statement, 1, key);
            List<TierFact> facts = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    facts.add(new TierFact(
                            StandingRepository.instant(row, "starts_at").orElseThrow(),
                            row.getInt("rank"),
                            TierFact.Cause.valueOf(row.getString("cause")),
                            StandingRepository.instant(row, "valid_until")));
                }
            }
            return facts;
        } catch (SQLException failure) {
            throw new TierStoreException(failure);
        }
    }

    /** The earned tier at an instant on every ladder with a fact by then. */
    public Map<TierSetRef, TierCode> asOf(MemberId member, Instant at) {
        try (PreparedStatement statement = store.connection().prepareStatement(AS_OF)) {
            statement.setObject(1, member.value());
            statement.setObject(2, at.atOffset(ZoneOffset.UTC));
            Map<TierSetRef, TierCode> tiers = new LinkedHashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    tiers.put(
                            new TierSetRef(
                                    new ProgramCode(row.getString("program")),
                                    new TierSetCode(row.getString("tier_set"))),
                            new TierCode(row.getString("tier")));
                }
            }
            return tiers;
        } catch (SQLException failure) {
            throw new TierStoreException(failure);
        }
    }

    private static void key(PreparedStatement statement, int first, TierKey key) throws SQLException {
        UUID member = key.member().value();
        statement.setObject(first, member);
        statement.setString(first + 1, key.set().program().value());
        statement.setString(first + 2, key.set().set().value());
    }

    /** Where the sequence of new facts begins, and when they are written. */
    public record FactSequence(long first, Instant recordedAt) {}
}
