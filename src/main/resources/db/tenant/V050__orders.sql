-- The present state of every order: what its shop last said, the union of its returns, and the judgement that stands.
-- A projection: the receipts below are what it is rebuilt from.
CREATE TABLE purchase_order (
    order_id      uuid        NOT NULL PRIMARY KEY,
    source        text        NOT NULL,
    reference     text        NOT NULL,
    member_id     uuid,
    occurred_at   timestamptz NOT NULL,
    status        text        NOT NULL,
    currency      text        NOT NULL,
    total_amount  bigint      NOT NULL,
    revision      bigint,
    content       jsonb       NOT NULL,
    judgement     jsonb       NOT NULL,
    receipt_id    uuid        NOT NULL,
    recorded_at   timestamptz NOT NULL,
    changed_at    timestamptz NOT NULL,
    CONSTRAINT purchase_order_source_reference UNIQUE (source, reference)
) WITH (fillfactor = 80);

CREATE INDEX purchase_order_member ON purchase_order (member_id, occurred_at) WHERE member_id IS NOT NULL;

-- What a member did besides buying. Written once: the same source and reference never counts twice.
CREATE TABLE activity (
    activity_id   uuid        NOT NULL PRIMARY KEY,
    source        text        NOT NULL,
    reference     text        NOT NULL,
    type          text        NOT NULL,
    member_id     uuid        NOT NULL,
    occurred_at   timestamptz NOT NULL,
    content       jsonb       NOT NULL,
    receipt_id    uuid        NOT NULL,
    recorded_at   timestamptz NOT NULL,
    CONSTRAINT activity_source_reference UNIQUE (source, reference)
);

COMMENT ON TABLE activity IS 'append-only';

CREATE INDEX activity_member ON activity (member_id, occurred_at);

-- One answer to one order state or activity: what was looked at, what was decided and what the caller was told.
CREATE TABLE receipt (
    receipt_id    uuid        NOT NULL PRIMARY KEY,
    subject_kind  text        NOT NULL,
    subject_id    uuid        NOT NULL,
    member_id     uuid,
    cause         text        NOT NULL,
    facts         jsonb       NOT NULL,
    body          text        NOT NULL,
    recorded_at   timestamptz NOT NULL
);

COMMENT ON TABLE receipt IS 'append-only';

CREATE INDEX receipt_subject ON receipt (subject_id, receipt_id);

-- Why an entry stands in the ledger, why a rule was skipped, why a command was refused.
CREATE TABLE proof (
    proof_id      uuid        NOT NULL PRIMARY KEY,
    receipt_id    uuid        NOT NULL,
    member_id     uuid,
    kind          text        NOT NULL,
    program       text        NOT NULL,
    version       integer     NOT NULL,
    rule          text,
    wallet        text,
    entry_id      uuid,
    document      jsonb       NOT NULL,
    recorded_at   timestamptz NOT NULL
);

COMMENT ON TABLE proof IS 'append-only';

CREATE INDEX proof_entry ON proof (entry_id) WHERE entry_id IS NOT NULL;

CREATE INDEX proof_receipt ON proof (receipt_id);
