-- The end of a tier that staff set, once it was told: its own, or an earlier one that staff gave it.
CREATE TABLE manual_tier_end (
    manual_id     uuid        NOT NULL PRIMARY KEY,
    ended_at      timestamptz NOT NULL,
    reason        text        NOT NULL,
    actor_kind    text        NOT NULL,
    actor_id      text        NOT NULL,
    recorded_at   timestamptz NOT NULL
);

COMMENT ON TABLE manual_tier_end IS 'append-only';

CREATE INDEX manual_tier_ends ON manual_tier (ends_at);
