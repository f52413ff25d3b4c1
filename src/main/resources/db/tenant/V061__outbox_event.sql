-- What happened and has to be told outside, written with the effect. seq is taken while the member's standing is locked, so it
-- rises in the order of commits for each member, not for the tenant. No identity of a person stands in a payload: the relay adds
-- what an endpoint may see when it sends.
CREATE TABLE outbox_event (
    event_id     uuid        NOT NULL PRIMARY KEY,
    seq          bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
    type         text        NOT NULL,
    member_id    uuid,
    happened_at  timestamptz NOT NULL,
    recorded_at  timestamptz NOT NULL,
    payload      jsonb       NOT NULL,
    CONSTRAINT outbox_event_seq UNIQUE (seq)
);

COMMENT ON TABLE outbox_event IS 'append-only';

CREATE INDEX outbox_event_member ON outbox_event (member_id, seq) WHERE member_id IS NOT NULL;
