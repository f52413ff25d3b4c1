-- The register. A closed charity stays: entries and batches name it.
CREATE TABLE charity (
    charity       text        NOT NULL PRIMARY KEY,
    name          jsonb       NOT NULL,
    description   jsonb       NOT NULL,
    url           text,
    registration  text,
    status        text        NOT NULL,
    closed_at     timestamptz,
    version       bigint      NOT NULL,
    recorded_at   timestamptz NOT NULL,
    changed_at    timestamptz NOT NULL
);

-- Which charity a member wants their donations to go to, from an instant on.
CREATE TABLE charity_choice (
    choice_id     uuid        NOT NULL PRIMARY KEY,
    member_id     uuid        NOT NULL,
    program       text        NOT NULL,
    charity       text        NOT NULL,
    chosen_at     timestamptz NOT NULL,
    recorded_at   timestamptz NOT NULL
);

COMMENT ON TABLE charity_choice IS 'append-only';

CREATE INDEX charity_choice_member ON charity_choice (member_id, program, chosen_at);
