package io.steadfast.tiers.store;

import io.steadfast.platform.persistence.Asked;
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
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What counted and what followed from it: rows that are written once. */
@Dependent
public class TierRepository {

    private static final String ADD_CHANGE = """
            INSERT INTO metric_change (change_id, member_id, program, tier_set, at, counts_at, source, reference, part,
                                       delta, measure, recorded_at)
            SELECT n.id, ?, ?, ?, n.at, n.counts_at, n.source, n.reference, n.part, n.delta, n.measure, ?
              FROM unnest(?::uuid[], ?::timestamptz[], ?::timestamptz[], ?::text[], ?::text[], ?::int[], ?::bigint[],
                          ?::text[])
                AS n (id, at, counts_at, source, reference, part, delta, measure)
            """;
    private static final String CHANGES = """
            SELECT at, counts_at, source, reference, part, delta, measure FROM metric_change
             WHERE member_id = ? AND program = ? AND tier_set = ?
            """;
    private static final String ADD_FACT = """
            INSERT INTO tier_fact (member_id, program, tier_set, seq, starts_at, rank, tier, cause, valid_until, recorded_at)
            SELECT ?, ?, ?, n.seq, n.starts_at, n.rank, n.tier, n.cause, n.valid_until, ?
              FROM unnest(?::bigint[], ?::timestamptz[], ?::int[], ?::text[], ?::text[], ?::timestamptz[])
                AS n (seq, starts_at, rank, tier, cause, valid_until)
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

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    /** The key under which a transaction keeps a locked member's tiers. */
    private record AheadKey(MemberId member) {}

    private record Ahead(Instant at, Asked<Map<TierSetRef, TierCode>> tiers) {}

    /** Goes out with whatever else the transaction writes last. */
    public void add(TierKey key, List<MetricChange> changes, Instant recordedAt) {
        store.send(List.of(ADD_CHANGE), (statement, first) -> {
            key(statement, first, key);
            statement.setObject(first + 3, recordedAt.atOffset(ZoneOffset.UTC));
            column(statement, first + 4, changes, change -> Ids.next());
            column(statement, first + 5, changes, MetricChange::at);
            column(statement, first + 6, changes, MetricChange::countsAt);
            column(statement, first + 7, changes, MetricChange::source);
            column(statement, first + 8, changes, MetricChange::reference);
            column(statement, first + 9, changes, MetricChange::part);
            column(statement, first + 10, changes, MetricChange::delta);
            column(statement, first + 11, changes, MetricChange::measure);
            return first + 12;
        });
    }

    /** Everything that ever counted for a member on a ladder: read only when something arrives late. */
    public Supplier<List<MetricChange>> changes(TierKey key) {
        return store.ask(List.of(CHANGES), (statement, first) -> key(statement, first, key), results -> {
            List<MetricChange> changes = new ArrayList<>();
            ResultSet row = results.rows();
            while (row.next()) {
                changes.add(new MetricChange(
                        StandingRepository.instant(row, "at").orElseThrow(),
                        StandingRepository.instant(row, "counts_at").orElseThrow(),
                        row.getString("source"),
                        row.getString("reference"),
                        row.getInt("part"),
                        row.getLong("delta"),
                        row.getString("measure")));
            }
            return changes;
        });
    }

    /** Goes out with whatever else the transaction writes last. */
    public void addFacts(TierKey key, List<TierFact> facts, List<Tier> ladder, FactSequence sequence) {
        transactions.putResource(new AheadKey(key.member()), null);
        List<Numbered> rows = new ArrayList<>();
        facts.forEach(fact -> rows.add(new Numbered(sequence.first() + rows.size(), fact)));
        store.send(List.of(ADD_FACT), (statement, first) -> {
            key(statement, first, key);
            statement.setObject(first + 3, sequence.recordedAt().atOffset(ZoneOffset.UTC));
            column(statement, first + 4, rows, Numbered::seq);
            column(statement, first + 5, rows, row -> row.fact().from());
            column(statement, first + 6, rows, row -> row.fact().rank());
            column(
                    statement,
                    first + 7,
                    rows,
                    row -> ladder.get(row.fact().rank()).code().value());
            column(statement, first + 8, rows, row -> row.fact().cause().name());
            column(
                    statement,
                    first + 9,
                    rows,
                    row -> row.fact().until().map(Instant::toString).orElse(null));
            return first + 10;
        });
    }

    private record Numbered(long seq, TierFact fact) {}

    private static <R> void column(
            PreparedStatement statement, int position, List<R> rows, Function<R, ? extends @Nullable Object> value)
            throws SQLException {
        String[] texts = rows.stream()
                .map(row -> Optional.<Object>ofNullable(value.apply(row))
                        .map(Object::toString)
                        .orElse(null))
                .toArray(String[]::new);
        statement.setArray(position, statement.getConnection().createArrayOf("text", texts));
    }

    /** All facts of a member on a ladder by start; of equal starts the last stands. */
    public Supplier<List<TierFact>> facts(TierKey key) {
        return store.ask(List.of(FACTS), (statement, first) -> key(statement, first, key), results -> {
            List<TierFact> facts = new ArrayList<>();
            ResultSet row = results.rows();
            while (row.next()) {
                facts.add(new TierFact(
                        StandingRepository.instant(row, "starts_at").orElseThrow(),
                        row.getInt("rank"),
                        TierFact.Cause.valueOf(row.getString("cause")),
                        StandingRepository.instant(row, "valid_until")));
            }
            return facts;
        });
    }

    /** The earned tier at an instant on every ladder with a fact by then. */
    public Map<TierSetRef, TierCode> asOf(MemberId member, Instant at) {
        boolean known = transactions.getResource(new AheadKey(member)) instanceof Ahead ahead
                && ahead.at().equals(at);
        Asked<Map<TierSetRef, TierCode>> asked =
                known ? ((Ahead) transactions.getResource(new AheadKey(member))).tiers() : ask(member, at);
        return asked.get();
    }

    /**
     * Has a member's tiers at an instant read with the transaction's next round trip; {@link #asOf} then costs none. Only for
     * a member whose lock is held from that round trip on.
     */
    public void lookAhead(MemberId member, Instant at) {
        transactions.putResource(new AheadKey(member), new Ahead(at, ask(member, at)));
    }

    private Asked<Map<TierSetRef, TierCode>> ask(MemberId member, Instant at) {
        return store.ask(
                List.of(AS_OF),
                (statement, first) -> {
                    statement.setObject(first, member.value());
                    statement.setObject(first + 1, at.atOffset(ZoneOffset.UTC));
                    return first + 2;
                },
                results -> {
                    Map<TierSetRef, TierCode> tiers = new LinkedHashMap<>();
                    ResultSet row = results.rows();
                    while (row.next()) {
                        TierSetRef ref = new TierSetRef(
                                new ProgramCode(row.getString("program")), new TierSetCode(row.getString("tier_set")));
                        tiers.put(ref, new TierCode(row.getString("tier")));
                    }
                    return tiers;
                });
    }

    private static int key(PreparedStatement statement, int first, TierKey key) throws SQLException {
        UUID member = key.member().value();
        statement.setObject(first, member);
        statement.setString(first + 1, key.set().program().value());
        statement.setString(first + 2, key.set().set().value());
        return first + 3;
    }

    /** Where the sequence of new facts begins, and when they are written. */
    public record FactSequence(long first, Instant recordedAt) {}
}
