package io.steadfast.ledger.store;

import io.steadfast.ledger.store.InvariantSql.Check;
import java.util.List;

/**
 * The invariants about what stands beside the books: tiers, notices and merged members. They read other features' tables and
 * nothing of their code, so that one class knows all that must always be true.
 */
final class NeighbourInvariantSql {

    // Facts can't leave gaps, since each ends where the next begins; what can go wrong is the numbering, a ladder
    // without its
    // standing, and a standing that isn't what the last fact says.
    private static final String I6 = """
            WITH numbered AS (
                SELECT member_id, program, tier_set, count(*) AS facts, min(seq) AS first, max(seq) AS last
                FROM tier_fact GROUP BY member_id, program, tier_set),
            latest AS (
                SELECT DISTINCT ON (member_id, program, tier_set) member_id, program, tier_set, rank, tier
                FROM tier_fact ORDER BY member_id, program, tier_set, starts_at DESC, seq DESC)
            SELECT 'member ' || coalesce(s.member_id, n.member_id) || ' on ' || coalesce(s.program, n.program) || '/'
                   || coalesce(s.tier_set, n.tier_set)
            FROM tier_standing s
            FULL JOIN numbered n ON (n.member_id, n.program, n.tier_set) = (s.member_id, s.program, s.tier_set)
            LEFT JOIN latest l ON (l.member_id, l.program, l.tier_set) = (s.member_id, s.program, s.tier_set)
            WHERE s.member_id IS NULL
               OR s.facts_seq <> coalesce(n.last, 0) OR n.first <> 1 OR n.facts <> n.last
               OR (l.rank IS NOT NULL AND (l.rank, l.tier) IS DISTINCT FROM (s.rank, s.tier))
               OR (l.rank IS NULL AND s.rank <> 0)
            """;

    // A notice's days are days of a calendar, so they may be an hour short of as many times 24. It told of all that was
    // planned by then: by the plan of the lot or, where that lapsed first, of the account; one that was made anew since
    // says nothing about what lapsed before. A lot that came later it told nothing of, unless the whole account lapsed.
    private static final String I7 = """
            SELECT 'entry ' || e.entry_id
            FROM lot_promise p
            JOIN allocation a ON a.lot_id = p.lot_id AND a.to_state = 'EXPIRED'
            JOIN entry e ON e.entry_id = a.entry_id AND e.kind = 'EXPIRY'
            JOIN entry g ON g.entry_id = p.lot_id
            LEFT JOIN account_promise w ON w.member_id = p.member_id AND w.wallet = p.wallet
            WHERE NOT EXISTS (
                SELECT 1 FROM notice n
                WHERE n.member_id = p.member_id AND n.wallet = p.wallet
                  AND n.sent_at + p.notice_days * interval '24 hours' - interval '2 hours' <= e.effective_at
                  AND (g.recorded_at <= n.sent_at OR w.planned_at <= e.effective_at)
                  AND n.until >= coalesce(least(CASE WHEN p.planned_at <= e.effective_at THEN p.planned_at END,
                                                CASE WHEN w.planned_at <= e.effective_at THEN w.planned_at END), n.until))
            """;

    // What belongs to another counts there; the books of who was merged say nothing but that it went.
    private static final String I2_MERGED = """
            SELECT 'account ' || a.member_id || ' ' || a.wallet
            FROM member_merge m JOIN account a ON a.member_id = m.source_id
            WHERE a.pending_points + a.active_points + a.held_points + a.debt_points <> 0 OR a.lifetime_points <> 0
            """;

    private static final String I4_MERGED = """
            SELECT 'wallet ' || e.wallet
            FROM leg g JOIN entry e ON e.entry_id = g.entry_id WHERE g.account = 'TRANSFER'
              AND e.kind IN ('HANDOVER', 'TAKEOVER')
            GROUP BY e.wallet HAVING sum(g.points) <> 0
            """;

    static final List<Check> CHECKS = List.of(
            new Check("I2", "nothing is left with a member who was merged", "member_merge", I2_MERGED),
            new Check("I4", "what a merged member hands over comes to the survivor", "leg", I4_MERGED),
            new Check("I6", "one tier stands on each ladder, and it is what the last fact says", "tier_standing", I6),
            new Check("I7", "no lot expired where a notice was promised and none went out", "lot_promise", I7));

    private NeighbourInvariantSql() {}
}
