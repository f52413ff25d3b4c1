package io.steadfast.ledger.store;

import io.steadfast.ledger.store.InvariantSql.Check;
import java.util.List;

/**
 * The invariants about what stands beside the books: tiers and notices. They read other features' tables and
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

    private static final String I7 = """
            WITH promised AS (
                SELECT w.wallet, v.effective_from AS starts,
                       lead(v.effective_from, 1, 'infinity') OVER (PARTITION BY w.wallet ORDER BY v.effective_from, v.version)
                           AS ends,
                       jsonb_path_exists(v.document::jsonb, '$.wallets[*] ? (@.code == $code && @.notice != null)',
                                         jsonb_build_object('code', w.wallet)) AS notice
                FROM wallet w JOIN program_version v ON v.program = w.program)
            SELECT 'entry ' || e.entry_id
            FROM promised p
            JOIN entry e ON e.wallet = p.wallet AND e.kind = 'EXPIRY' AND e.effective_at >= p.starts AND e.effective_at < p.ends
            WHERE p.notice
            """;

    static final List<Check> CHECKS = List.of(
            new Check("I6", "one tier stands on each ladder, and it is what the last fact says", "tier_standing", I6),
            new Check("I7", "no lot expired where a notice was promised and none went out", "program_version", I7));

    private NeighbourInvariantSql() {}
}
