-- Commands that were refused, each with its reason: their effects were rolled back, this row is written after it.
CREATE TABLE refused_call (
    refusal_id   uuid        NOT NULL PRIMARY KEY,
    member_id    uuid,
    action       text        NOT NULL,
    bundle       text        NOT NULL,
    code         text        NOT NULL,
    details      jsonb       NOT NULL,
    actor_kind   text        NOT NULL,
    actor_id     text        NOT NULL,
    recorded_at  timestamptz NOT NULL
);

COMMENT ON TABLE refused_call IS 'append-only';

CREATE INDEX refused_call_member ON refused_call (member_id, refusal_id) WHERE member_id IS NOT NULL;
