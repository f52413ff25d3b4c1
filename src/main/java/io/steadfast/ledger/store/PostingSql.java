package io.steadfast.ledger.store;

/** The one text that writes a posting. Its statements run one after the other and see what those before them did. */
final class PostingSql {

    private static final String ENTRIES = """
            INSERT INTO entry (entry_id, member_id, seq, wallet, kind, pending_points, active_points, held_points,
                               debt_points, lifetime_points, forgiven_points, effective_at, posting_date, recorded_at,
                               origin_kind, origin_code, origin_version, rule, actor_kind, actor_id, reason, source,
                               reference, receipt_id, reverses, previous_hash, hash)
            SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::int8[], ?::text[], ?::text[], ?::int8[], ?::int8[], ?::int8[],
                                 ?::int8[], ?::int8[], ?::int8[], ?::timestamptz[], ?::date[], ?::timestamptz[],
                                 ?::text[], ?::text[], ?::int4[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                                 ?::text[], ?::uuid[], ?::uuid[], ?::bytea[], ?::bytea[]);
            """;

    private static final String PARTS = """
            INSERT INTO leg (entry_id, no, account, points, mark)
            SELECT * FROM unnest(?::uuid[], ?::int4[], ?::text[], ?::int8[], ?::bytea[]);
            INSERT INTO lot (lot_id, member_id, wallet, granted_points, activity_at, activates_at, expires_at, funder,
                             reinstates, mark)
            SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::int8[], ?::timestamptz[], ?::timestamptz[],
                                 ?::timestamptz[], ?::text[], ?::uuid[], ?::bytea[]);
            INSERT INTO lot_change (entry_id, no, lot_id, activates_at, expires_at, mark)
            SELECT * FROM unnest(?::uuid[], ?::int4[], ?::uuid[], ?::timestamptz[], ?::timestamptz[], ?::bytea[]);
            INSERT INTO allocation (entry_id, no, lot_id, from_state, to_state, points, mark)
            SELECT * FROM unnest(?::uuid[], ?::int4[], ?::uuid[], ?::text[], ?::text[], ?::int8[], ?::bytea[]);
            """;

    private static final String OPEN_LOTS = """
            INSERT INTO open_lot (lot_id, pending_points, active_points, held_points, blocked_points, activates_at,
                                  expires_at, member_id, wallet, activity_at)
            SELECT * FROM unnest(?::uuid[], ?::int8[], ?::int8[], ?::int8[], ?::int8[], ?::timestamptz[],
                                 ?::timestamptz[], ?::uuid[], ?::text[], ?::timestamptz[]);
            UPDATE open_lot o
            SET pending_points = n.pending, active_points = n.active, held_points = n.held, blocked_points = n.blocked,
                activates_at = n.activates_at, expires_at = n.expires_at
            FROM unnest(?::uuid[], ?::int8[], ?::int8[], ?::int8[], ?::int8[], ?::timestamptz[], ?::timestamptz[])
                 AS n (lot_id, pending, active, held, blocked, activates_at, expires_at)
            WHERE o.lot_id = n.lot_id;
            DELETE FROM open_lot WHERE lot_id = ANY (?);
            """;

    /** What an account lapsed by plans nothing any more; another plan that was made since stays. */
    private static final String PROMISES = """
            UPDATE account_promise p SET lapsed_at = a.inactivity_deadline
            FROM account a, unnest(?::uuid[], ?::text[]) AS n (member_id, wallet)
            WHERE a.member_id = n.member_id AND a.wallet = n.wallet
              AND p.member_id = a.member_id AND p.wallet = a.wallet AND p.planned_at <= a.inactivity_deadline;
            """;

    private static final String ACCOUNTS = """
            INSERT INTO account (member_id, wallet) SELECT * FROM unnest(?::uuid[], ?::text[]) ON CONFLICT DO NOTHING;
            UPDATE account a
            SET active_points = a.active_points + n.active, pending_points = a.pending_points + n.pending,
                held_points = a.held_points + n.held, debt_points = a.debt_points + n.debt,
                lifetime_points = a.lifetime_points + n.lifetime, entries = a.entries + n.entries,
                lapsed_at = CASE WHEN n.lapsed THEN greatest(a.lapsed_at, a.inactivity_deadline) ELSE a.lapsed_at END,
                inactivity_deadline = CASE WHEN n.lapsed THEN n.deadline
                                           ELSE greatest(a.inactivity_deadline, n.deadline) END,
                next_expiry_at = (
                    SELECT nullif(o.expires_at, 'infinity') FROM open_lot o
                    WHERE o.member_id = a.member_id AND o.wallet = a.wallet AND o.active_points + o.pending_points > 0
                    ORDER BY o.expires_at LIMIT 1),
                next_activation_at = (
                    SELECT nullif(o.activates_at, 'infinity') FROM open_lot o
                    WHERE o.member_id = a.member_id AND o.wallet = a.wallet AND o.pending_points > 0
                    ORDER BY o.activates_at LIMIT 1)
            FROM unnest(?::uuid[], ?::text[], ?::int8[], ?::int8[], ?::int8[], ?::int8[], ?::int8[], ?::int8[],
                        ?::bool[], ?::timestamptz[])
                 AS n (member_id, wallet, active, pending, held, debt, lifetime, entries, lapsed, deadline)
            WHERE a.member_id = n.member_id AND a.wallet = n.wallet;
            """;

    /** The chain moves on from where it was read: a second writer beside the lock would change no row here. */
    private static final String STANDING = """
            UPDATE standing s
            SET chain_seq = n.after, chain_head = n.head, last_activity_at = greatest(s.last_activity_at, n.activity),
                next_expiry_at = (
                    SELECT min(least(a.next_expiry_at, a.inactivity_deadline)) FROM account a
                    WHERE a.member_id = s.member_id AND a.active_points + a.pending_points > 0)
            FROM unnest(?::uuid[], ?::int8[], ?::int8[], ?::bytea[], ?::timestamptz[])
                 AS n (member_id, before, after, head, activity)
            WHERE s.member_id = n.member_id AND s.chain_seq = n.before;
            """;

    /** Entries, legs, lots, changes, allocations, open lots (three), promises, accounts (two), standings. */
    static final String TEXT = ENTRIES + PARTS + OPEN_LOTS + PROMISES + ACCOUNTS + STANDING;

    private PostingSql() {}
}
