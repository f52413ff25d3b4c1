-- The people who run the platform. They belong to no tenant, and no tenant's table knows them.
CREATE TABLE operator (
    id                uuid        PRIMARY KEY,
    email             text        NOT NULL UNIQUE,
    name              text        NOT NULL,
    active            boolean     NOT NULL,
    password_hash     text,
    epoch             int         NOT NULL,
    failures          int         NOT NULL,
    locked_until      timestamptz,
    invitation_hash   bytea       UNIQUE,
    invitation_until  timestamptz,
    language          text,
    created_at        timestamptz NOT NULL,
    last_signed_in_at timestamptz
);
COMMENT ON COLUMN operator.epoch IS 'sessions of an earlier one are over';

CREATE TABLE operator_trail (
    id          uuid        PRIMARY KEY,
    recorded_at timestamptz NOT NULL,
    actor_kind  text        NOT NULL,
    actor_id    text        NOT NULL,
    actor_name  text        NOT NULL,
    address     text        NOT NULL,
    action      text        NOT NULL,
    object_kind text        NOT NULL,
    object_id   text        NOT NULL,
    reason      text
);
COMMENT ON TABLE operator_trail IS 'append-only';
CREATE INDEX operator_trail_object ON operator_trail (object_kind, object_id, id);

-- How the last run of each kind of due work went.
CREATE TABLE work_run (
    slug     text        NOT NULL REFERENCES tenant ON DELETE CASCADE,
    kind     text        NOT NULL,
    ran_at   timestamptz NOT NULL,
    failures int         NOT NULL,
    problem  text,
    PRIMARY KEY (slug, kind)
);
COMMENT ON COLUMN work_run.failures IS 'in a row; 0 after a run that went well';

CREATE INDEX job_of_tenant ON job (slug, created_at);
