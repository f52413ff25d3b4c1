package io.steadfast.tiergifts.store;

import io.steadfast.platform.persistence.Row;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.TierCode;
import io.steadfast.tiers.TierTurn;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Which gifts were given for reaching a tier. */
@Dependent
public class TierGiftRepository {

    private static final String ADD = """
            INSERT INTO tier_gift (cause_id, member_id, program, tier_set, tier, occasion_id, recorded_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;
    /** Who were merged into the member were given it for them: the vouchers went along. */
    private static final String OF_LADDER = """
            WITH RECURSIVE same (member_id) AS (
                SELECT ?::uuid
                UNION SELECT m.source_id FROM same AS s JOIN member_merge AS m ON m.survivor_id = s.member_id)
            SELECT cause_id, program, tier FROM tier_gift
             WHERE member_id = ANY (ARRAY(SELECT member_id FROM same)) AND program = ? AND tier_set = ? ORDER BY cause_id
            """;

    /** As {@link #OF_LADDER}, of many members; {@code holder} is the one who was asked for. */
    private static final String OF_MANY = """
            WITH RECURSIVE same (holder, member_id) AS (
                SELECT asked, asked FROM unnest(?::uuid[]) AS asked
                UNION SELECT s.holder, m.source_id FROM same AS s JOIN member_merge AS m ON m.survivor_id = s.member_id)
            SELECT s.holder, g.cause_id, g.program, g.tier FROM same AS s JOIN tier_gift AS g ON g.member_id = s.member_id
             WHERE g.program = ? AND g.tier_set = ? ORDER BY s.holder, g.cause_id
            """;

    private static final String OF_OCCASION = """
            WITH RECURSIVE same (member_id) AS (
                SELECT ?::uuid
                UNION SELECT m.survivor_id FROM same AS s JOIN member_merge AS m ON m.source_id = s.member_id)
            SELECT cause_id, program, tier FROM tier_gift
             WHERE member_id = ANY (ARRAY(SELECT member_id FROM same)) AND occasion_id = ? ORDER BY cause_id
            """;

    @Inject
    TenantStore store;

    /** What its vouchers are about, and the tier it was given for. */
    public record Given(UUID cause, ProgramCode program, TierCode tier) {}

    /** What a member was given, or who was merged into them. */
    public record Held(MemberId member, Given given) {}

    /** Notes that the vouchers of this cause were given for a tier. */
    public void add(UUID cause, TierCode tier, TierTurn turn) {
        store.sql(ADD)
                .id(cause)
                .id(turn.member().value())
                .text(turn.set().program().value())
                .text(turn.set().set().value())
                .text(tier.value())
                .id(turn.occasion())
                .instant(turn.now())
                .run();
    }

    /** What a member was given on a ladder, or who was merged into them, the earliest first. */
    public List<Given> onLadder(MemberId member, TierSetRef set) {
        return store.sql(OF_LADDER)
                .id(member.value())
                .text(set.program().value())
                .text(set.set().value())
                .all(TierGiftRepository::given);
    }

    /** What each of these members was given on a ladder, or who was merged into them. */
    public List<Held> onLadder(Collection<MemberId> members, TierSetRef set) {
        return store.sql(OF_MANY)
                .ids(members.stream().map(MemberId::value).toList())
                .text(set.program().value())
                .text(set.set().value())
                .all(row -> new Held(new MemberId(row.id("holder")), given(row)));
    }

    /** What an order or activity brought a member, or into whom they were merged since. */
    public List<Given> of(UUID occasion, MemberId member) {
        return store.sql(OF_OCCASION).id(member.value()).id(occasion).all(TierGiftRepository::given);
    }

    private static Given given(Row row) throws SQLException {
        return new Given(row.id("cause_id"), new ProgramCode(row.text("program")), new TierCode(row.text("tier")));
    }
}
