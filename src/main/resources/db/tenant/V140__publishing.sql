-- A version that was taken back before it began: it judged nothing and never will.
CREATE TABLE program_withdrawal (
    program       text        NOT NULL,
    version       integer     NOT NULL,
    withdrawn_at  timestamptz NOT NULL,
    recorded_at   timestamptz NOT NULL,
    actor_name    text        NOT NULL,
    CONSTRAINT program_withdrawal_key PRIMARY KEY (program, version)
);

COMMENT ON TABLE program_withdrawal IS 'append-only';

-- How many people a publish takes. The row written last holds.
CREATE TABLE publish_rule (
    rule_id     uuid        NOT NULL PRIMARY KEY,
    rule        text        NOT NULL CHECK (rule IN ('ONE_PERSON', 'TWO_PEOPLE')),
    decided_at  timestamptz NOT NULL,
    actor_name  text        NOT NULL
);

COMMENT ON TABLE publish_rule IS 'append-only';

-- A publish that was asked for and waits for a second person, or waited.
CREATE TABLE publish_wish (
    wish_id         uuid        NOT NULL PRIMARY KEY,
    program         text        NOT NULL,
    draft_id        uuid        NOT NULL,
    draft_version   bigint      NOT NULL,
    effective_from  timestamptz,
    state           text        NOT NULL CHECK (state IN ('WAITING', 'PUBLISHED', 'SENT_BACK')),
    requested_by    text        NOT NULL,
    requester_name  text        NOT NULL,
    requested_at    timestamptz NOT NULL,
    decider_name    text,
    decided_at      timestamptz,
    version         integer
);

COMMENT ON COLUMN publish_wish.effective_from IS 'null: from the moment of the approval on';
COMMENT ON COLUMN publish_wish.version IS 'what was published';

CREATE UNIQUE INDEX publish_wish_waiting ON publish_wish (draft_id) WHERE state = 'WAITING';
CREATE INDEX publish_wish_program ON publish_wish (program, wish_id);
