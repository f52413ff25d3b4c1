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

/** Rows of {@code manual_tier}, written once. */
@ApplicationScoped
public class ManualTierRepository {

    private static final String OF_MEMBER =
            "SELECT program, tier_set, tier, starts_at, ends_at FROM manual_tier WHERE member_id = ? ORDER BY manual_id";
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

    /** A tier that was set; {@code until} is exclusive. */
    public record Row(TierSetRef ref, TierCode tier, Instant from, Instant until) {}

    /** Who set it. */
    public record SetBy(String actorKind, String actorId) {}

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

    private Asked<List<Row>> ask(MemberId member) {
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
                                new TierSetRef(
                                        new ProgramCode(row.getString("program")),
                                        new TierSetCode(row.getString("tier_set"))),
                                new TierCode(row.getString("tier")),
                                StandingRepository.instant(row, "starts_at").orElseThrow(),
                                StandingRepository.instant(row, "ends_at").orElseThrow()));
                    }
                    return rows;
                });
    }
}
