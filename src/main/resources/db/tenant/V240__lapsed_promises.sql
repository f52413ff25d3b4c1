-- A planned deadline of an account that has done its work: the account lapsed with it, and what it earns since lapses by another.
ALTER TABLE account_promise ADD COLUMN lapsed_at timestamptz;

COMMENT ON COLUMN account_promise.lapsed_at IS 'the deadline at which the account lapsed by this plan; empty: still planned';

-- Those that lapsed before: the member was told of the plan, and the account has no deadline any more.
UPDATE account_promise p SET lapsed_at = gone.at
  FROM account a
  JOIN LATERAL (
       SELECT max(e.effective_at) AS at FROM entry e
        WHERE e.member_id = a.member_id AND e.wallet = a.wallet AND e.kind = 'EXPIRY') gone ON true
 WHERE a.member_id = p.member_id AND a.wallet = p.wallet AND a.inactivity_deadline IS NULL AND gone.at >= p.planned_at
   AND EXISTS (SELECT 1 FROM notice n
                WHERE n.member_id = p.member_id AND n.wallet = p.wallet AND n.until >= p.planned_at);
