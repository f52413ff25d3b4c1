CREATE TABLE program (
    program      text        NOT NULL PRIMARY KEY,
    recorded_at  timestamptz NOT NULL
);

COMMENT ON TABLE program IS 'append-only';

-- What was published, for good: receipts, entries and proofs name these rows. The document is the canonical JSON of its time.
CREATE TABLE program_version (
    program         text        NOT NULL,
    version         integer     NOT NULL,
    document        text        NOT NULL,
    effective_from  timestamptz NOT NULL,
    published_at    timestamptz NOT NULL,
    recorded_at     timestamptz NOT NULL,
    actor_name      text        NOT NULL,
    CONSTRAINT program_version_key PRIMARY KEY (program, version)
);

COMMENT ON TABLE program_version IS 'append-only';

CREATE INDEX program_version_in_force ON program_version (program, effective_from);

-- Work in progress. The document may be incomplete, but never unreadable.
CREATE TABLE program_draft (
    draft_id      uuid        NOT NULL PRIMARY KEY,
    program       text        NOT NULL,
    base_version  integer,
    version       bigint      NOT NULL,
    document      text        NOT NULL,
    changed_at    timestamptz NOT NULL,
    actor_name    text        NOT NULL
);

CREATE INDEX program_draft_program ON program_draft (program, draft_id);

-- Which program a wallet belongs to: its code is unique in the tenant from the first publish on.
CREATE TABLE wallet (
    wallet       text        NOT NULL PRIMARY KEY,
    program      text        NOT NULL,
    recorded_at  timestamptz NOT NULL
);

COMMENT ON TABLE wallet IS 'append-only';

CREATE INDEX wallet_program ON wallet (program);
