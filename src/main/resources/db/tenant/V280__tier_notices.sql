-- When a tier that ends is looked at ahead of its end, and the end that was told of: each end once.
ALTER TABLE tier_standing
    ADD COLUMN notice_at     timestamptz,
    ADD COLUMN noticed_until timestamptz;

UPDATE tier_standing
   SET notice_at = greatest(valid_until - interval '720 hours',
                            (state -> 'held' ->> 'from')::timestamptz
                            + (valid_until - (state -> 'held' ->> 'from')::timestamptz) / 2)
 WHERE rank > 0 AND valid_until IS NOT NULL AND due_at IS NOT NULL;

CREATE INDEX tier_standing_notice ON tier_standing (notice_at) WHERE notice_at IS NOT NULL;
