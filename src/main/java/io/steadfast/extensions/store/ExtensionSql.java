package io.steadfast.extensions.store;

/** What ends, by kind: the same columns and parameters for each. */
final class ExtensionSql {

    private static final String NARROWED = """
               AND (cardinality(?::uuid[]) = 0 OR o.member_id = ANY (?))
               AND (cardinality(?::text[]) = 0 OR EXISTS (
                     SELECT 1 FROM tier_standing t
                      WHERE t.member_id = o.member_id AND t.program = ? AND t.tier = ANY (?)))
            """;
    static final String LOTS = """
            SELECT o.member_id, o.lot_id, o.wallet, o.pending_points + o.active_points + o.held_points AS points,
                   NULL::text AS tier_set, NULL::text AS tier, NULL::text AS account, d.ends_at
              FROM open_lot o
              LEFT JOIN lot_promise p ON p.lot_id = o.lot_id
              CROSS JOIN LATERAL (SELECT coalesce(nullif(o.expires_at, 'infinity'), p.planned_at) AS ends_at) d
             WHERE o.wallet = ANY (?) AND d.ends_at >= ? AND d.ends_at <= ?
            """ + NARROWED + " ORDER BY o.lot_id LIMIT ?";
    static final String ACCOUNTS = """
            SELECT o.member_id, NULL::uuid AS lot_id, NULL::text AS wallet,
                   (SELECT coalesce(sum(l.pending_points + l.active_points + l.held_points), 0)::bigint FROM open_lot l
                     WHERE l.member_id = o.member_id AND l.wallet = o.wallet AND l.expires_at = 'infinity'
                       AND NOT EXISTS (SELECT 1 FROM lot_promise p
                                        WHERE p.lot_id = l.lot_id AND p.planned_at IS NOT NULL)) AS points,
                   NULL::text AS tier_set, NULL::text AS tier, o.wallet AS account, d.ends_at
              FROM account o
              LEFT JOIN account_promise w ON w.member_id = o.member_id AND w.wallet = o.wallet AND w.lapsed_at IS NULL
              CROSS JOIN LATERAL (SELECT coalesce(o.inactivity_deadline, w.planned_at) AS ends_at) d
             WHERE o.wallet = ANY (?) AND d.ends_at >= ? AND d.ends_at <= ?
               AND o.active_points + o.pending_points + o.held_points > 0
            """ + NARROWED + " ORDER BY o.member_id, o.wallet LIMIT ?";
    static final String TIERS = """
            SELECT o.member_id, NULL::uuid AS lot_id, NULL::text AS wallet, 0::bigint AS points, o.tier_set, o.tier,
                   NULL::text AS account, d.ends_at
              FROM tier_standing o
              CROSS JOIN LATERAL (SELECT greatest(o.valid_until, (
                    SELECT max(m.ends_at) FROM manual_tier m
                     WHERE m.member_id = o.member_id AND m.program = o.program AND m.tier_set = o.tier_set AND m.tier = o.tier
                       AND NOT EXISTS (SELECT 1 FROM manual_tier_end e WHERE e.manual_id = m.manual_id))) AS ends_at) d
             WHERE o.program = ? AND o.rank > 0 AND d.ends_at >= ? AND d.ends_at <= ?
            """ + NARROWED + " ORDER BY o.member_id, o.tier_set LIMIT ?";

    private ExtensionSql() {}
}
