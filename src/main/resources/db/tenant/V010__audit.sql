CREATE TABLE audit (
    id          uuid        PRIMARY KEY,
    recorded_at timestamptz NOT NULL,
    actor_kind  text        NOT NULL,
    actor_id    text        NOT NULL,
    actor_name  text        NOT NULL,
    address     text        NOT NULL,
    action      text        NOT NULL,
    object_kind text        NOT NULL,
    object_id   text        NOT NULL,
    before_json text,
    after_json  text
);
COMMENT ON TABLE audit IS 'append-only';
CREATE INDEX audit_object ON audit (object_kind, object_id, id);
