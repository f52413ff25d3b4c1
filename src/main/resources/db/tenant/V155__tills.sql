-- Browsers that a manager made a till of. The secret in its cookie is kept as a hash only.
CREATE TABLE till (
    till_id        uuid        NOT NULL PRIMARY KEY,
    store          text        NOT NULL,
    name           text        NOT NULL,
    source         text        NOT NULL,
    secret_hash    bytea       NOT NULL,
    registered_at  timestamptz NOT NULL,
    registered_by  text        NOT NULL,
    last_used_at   timestamptz,
    retired_at     timestamptz,
    CONSTRAINT till_secret UNIQUE (secret_hash)
);

COMMENT ON COLUMN till.source IS 'under which the till itself reports its orders';

-- By what staff are known at a till, and which member a person is.
CREATE TABLE person_till (
    person_id      uuid        NOT NULL PRIMARY KEY,
    number         text,
    pin_hash       text,
    failures       integer     NOT NULL DEFAULT 0,
    locked_until   timestamptz,
    member_id      uuid,
    CONSTRAINT person_till_number UNIQUE (number)
);

-- What staff did for members at the counter: the day's work of a store, and what can be undone.
CREATE TABLE counter_work (
    work_id        uuid        NOT NULL PRIMARY KEY,
    kind           text        NOT NULL,
    store          text,
    till_id        uuid,
    person_id      text        NOT NULL,
    person_name    text        NOT NULL,
    member_id      uuid        NOT NULL,
    source         text,
    reference      text,
    detail         text,
    points         bigint      NOT NULL,
    amount         bigint      NOT NULL,
    currency       text,
    approved_by    text,
    undoes         uuid,
    recorded_at    timestamptz NOT NULL,
    CONSTRAINT counter_work_undone_once UNIQUE (undoes)
);

COMMENT ON TABLE counter_work IS 'append-only';

CREATE INDEX counter_work_store ON counter_work (store, recorded_at);

CREATE INDEX counter_work_member ON counter_work (member_id, recorded_at);

-- What a tenant set for itself; what isn't here is at its default.
CREATE TABLE setting (
    name           text        NOT NULL PRIMARY KEY,
    value          text        NOT NULL,
    changed_at     timestamptz NOT NULL
);
