-- How often and how much a member got within a cap: one row a stretch of time, so that reading a cap costs the same
-- however long the member's history is. Rebuilt from the judgements that stand.
CREATE TABLE cap_usage (
    member_id     uuid        NOT NULL,
    until_at      timestamptz NOT NULL,
    from_at       timestamptz NOT NULL,
    program       text        NOT NULL,
    rule          text        NOT NULL,
    wallet        text        NOT NULL,
    unit          text        NOT NULL,
    amount        bigint      NOT NULL,
    CONSTRAINT cap_usage_key PRIMARY KEY (member_id, until_at, from_at, program, rule, wallet, unit)
) WITH (fillfactor = 80);

-- A budget lies in slots, so that orders of one tenant don't wait for each other at one row.
CREATE TABLE budget_slot (
    budget        text        NOT NULL,
    slot          integer     NOT NULL,
    version       integer     NOT NULL,
    total         bigint      NOT NULL,
    remaining     bigint      NOT NULL,
    CONSTRAINT budget_slot_key PRIMARY KEY (budget, slot),
    CONSTRAINT budget_slot_never_over CHECK (remaining >= 0)
) WITH (fillfactor = 50);

-- What was taken from a budget (positive) and given back to it (negative): what the slots are checked against.
CREATE TABLE budget_use (
    use_id        uuid        NOT NULL PRIMARY KEY,
    budget        text        NOT NULL,
    receipt_id    uuid        NOT NULL,
    points        bigint      NOT NULL,
    recorded_at   timestamptz NOT NULL
);

COMMENT ON TABLE budget_use IS 'append-only';

CREATE INDEX budget_use_budget ON budget_use (budget);
