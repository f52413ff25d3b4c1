CREATE TABLE due_work (
    slug     text        NOT NULL REFERENCES tenant ON DELETE CASCADE,
    kind     text        NOT NULL,
    next_due timestamptz NOT NULL,
    PRIMARY KEY (slug, kind)
);
CREATE INDEX due_work_next ON due_work (next_due);

CREATE TABLE tenant_lease (
    slug   text        PRIMARY KEY REFERENCES tenant ON DELETE CASCADE,
    holder text        NOT NULL,
    until  timestamptz NOT NULL
);

CREATE TABLE job (
    id          uuid        PRIMARY KEY,
    slug        text        REFERENCES tenant ON DELETE CASCADE,
    kind        text        NOT NULL,
    status      text        NOT NULL CHECK (status IN ('queued', 'running', 'completed', 'failed')),
    total       bigint,
    done        bigint      NOT NULL,
    failed      bigint      NOT NULL,
    problem     text,
    argument    text,
    created_at  timestamptz NOT NULL,
    started_at  timestamptz,
    finished_at timestamptz
);
CREATE INDEX job_open ON job (created_at) WHERE status IN ('queued', 'running');
