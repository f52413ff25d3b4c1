-- Who wanted a redemption: somebody who asked for it (REQUEST), or the reward itself as soon as points sufficed (AUTOMATIC); and of
-- the latter the order or activity that brought the points, where one did.
ALTER TABLE redemption
    ADD COLUMN cause       text NOT NULL DEFAULT 'REQUEST' CHECK (cause IN ('REQUEST', 'AUTOMATIC')),
    ADD COLUMN occasion_id uuid;

CREATE INDEX redemption_occasion ON redemption (occasion_id) WHERE occasion_id IS NOT NULL;

-- What a return takes back before it makes a debt.
CREATE INDEX redemption_automatic ON redemption (member_id, redemption_id) WHERE cause = 'AUTOMATIC' AND state = 'ISSUED';

-- What a use of points brought.
CREATE INDEX redemption_entry ON redemption (entry_id);
