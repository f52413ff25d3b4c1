-- Points that staff keep from every use. They are counted among the held ones of lots, accounts and entries too: the member's,
-- and not usable.
ALTER TABLE open_lot ADD COLUMN blocked_points bigint NOT NULL DEFAULT 0;

ALTER TABLE open_lot ADD CONSTRAINT open_lot_blocked_within_held CHECK (blocked_points BETWEEN 0 AND held_points);

CREATE INDEX open_lot_blocked ON open_lot (member_id, wallet) WHERE blocked_points > 0;

CREATE INDEX open_lot_blocked_expiry ON open_lot (expires_at) WHERE blocked_points > 0;
