package io.steadfast.tiers.store;

import io.steadfast.platform.persistence.Asked;
import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.programs.core.TierSetCode;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.TierCode;
import io.steadfast.tiers.core.ManualTier;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rows of {@code manual_tier}, written once. */
@ApplicationScoped
public class ManualTierRepository {

    private static final String ROWS = """
            SELECT m.manual_id, m.member_id, m.program, m.tier_set, m.tier, m.starts_at,
                   coalesce(e.ended_at, m.ends_at) AS ends_at, m.reason
              FROM manual_tier m LEFT JOIN manual_tier_end e ON e.manual_id = m.manual_id
            """;
    private static final String OF_MEMBER = ROWS + " WHERE m.member_id = ? ORDER BY m.manual_id";
    private static final String OVER =
            ROWS + " WHERE e.manual_id IS NULL AND m.ends_at <= ? ORDER BY m.member_id, m.manual_id LIMIT ?";
    private static final String NEXT_END = """
            SELECT min(m.ends_at) AS ends_at
              FROM manual_tier m LEFT JOIN manual_tier_end e ON e.manual_id = m.manual_id
             WHERE e.manual_id IS NULL
            """;
    private static final String END = "INSERT INTO manual_tier_end (manual_id, ended_at, reason, actor_kind, actor_id,"
            + " recorded_at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String ADD =
            "INSERT INTO manual_tier (manual_id, member_id, program, tier_set, tier, starts_at,"
                    + " ends_at, reason, actor_kind, actor_id, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    @Inject
    private TenantStore store;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transactions;

    /** The key under which a transaction keeps a locked member's manual tiers. */
    private record AheadKey(MemberId member) {}

    private record Ahead(Asked<List<Row>> rows) {}

    /** A tier that was set; {@code until} is exclusive: the end it was given, or the earlier one at which it was ended. */
    public record Row(
            UUID id, MemberId member, TierSetRef ref, TierCode tier, Instant from, Instant until, String reason) {

        public boolean holdsAt(Instant at) {
            return !at.isBefore(from) && at.isBefore(until);
        }
    }

    /** Who set or ended it. */
    public record SetBy(String actorKind, String actorId) {}

    /** How one ends. */
    public record Ending(Instant at, String reason, SetBy by, Instant recordedAt) {}

    /** Every tier ever set for a member. */
    public List<Row> of(MemberId member) {
        return transactions.getResource(new AheadKey(member)) instanceof Ahead ahead
                ? ahead.rows().get()
                : ask(member).get();
    }

    /** Has {@link #of} read with the transaction's next round trip; only for a member whose lock is held from then on. */
    public void lookAhead(MemberId member) {
        transactions.putResource(new AheadKey(member), new Ahead(ask(member)));
    }

    /** Goes out with whatever else the transaction writes last. */
    public void add(MemberId member, TierSetRef ref, TierCode tier, ManualTier manual, SetBy by) {
        transactions.putResource(new AheadKey(member), null);
        store.send(List.of(ADD), (statement, first) -> {
            statement.setObject(first, Ids.next());
            statement.setObject(first + 1, member.value());
            statement.setString(first + 2, ref.program().value());
            statement.setString(first + 3, ref.set().value());
            statement.setString(first + 4, tier.value());
            statement.setObject(first + 5, manual.from().atOffset(ZoneOffset.UTC));
            statement.setObject(first + 6, manual.until().atOffset(ZoneOffset.UTC));
            statement.setString(first + 7, manual.reason());
            statement.setString(first + 8, by.actorKind());
            statement.setString(first + 9, by.actorId());
            statement.setObject(first + 10, manual.from().atOffset(ZoneOffset.UTC));
            return first + 11;
        });
    }

    /**
     * Writes down that one ends then.
     *
     * @return whether its end wasn't written before
     */
    public boolean end(Row row, Ending ending) {
        transactions.putResource(new AheadKey(row.member()), null);
        return store.sql(END)
                        .id(row.id())
                        .instant(ending.at())
                        .text(ending.reason())
                        .text(ending.by().actorKind())
                        .text(ending.by().actorId())
                        .instant(ending.recordedAt())
                        .run()
                == 1;
    }

    /** Those that are over by an instant and whose end isn't written, member by member, at most so many. */
    public List<Row> over(Instant by, int most) {
        return store.sql(OVER)
                .instant(by)
                .number(most)
                .all(row -> new Row(
                        row.id("manual_id"),
                        new MemberId(row.id("member_id")),
                        new TierSetRef(new ProgramCode(row.text("program")), new TierSetCode(row.text("tier_set"))),
                        new TierCode(row.text("tier")),
                        row.instant("starts_at"),
                        row.instant("ends_at"),
                        row.text("reason")));
    }

    /** The earliest end that isn't written. */
    public Optional<Instant> nextEnd() {
        return store.sql(NEXT_END).one(row -> row.optionalInstant("ends_at")).flatMap(end -> end);
    }

    /** As {@link #of}, with the transaction's next round trip. */
    public Asked<List<Row>> ask(MemberId member) {
        return store.ask(
                List.of(OF_MEMBER),
                (statement, first) -> {
                    statement.setObject(first, member.value());
                    return first + 1;
                },
                results -> {
                    List<Row> rows = new ArrayList<>();
                    ResultSet row = results.rows();
                    while (row.next()) {
                        rows.add(new Row(
                                row.getObject("manual_id", UUID.class),
                                member,
                                new TierSetRef(
                                        new ProgramCode(row.getString("program")),
                                        new TierSetCode(row.getString("tier_set"))),
                                new TierCode(row.getString("tier")),
                                StandingRepository.instant(row, "starts_at").orElseThrow(),
                                StandingRepository.instant(row, "ends_at").orElseThrow(),
                                row.getString("reason")));
                    }
                    return rows;
                });
    }
}
