-- Files taken in bulk, and how far each is.
CREATE TABLE file_import (
    import_id      uuid        NOT NULL PRIMARY KEY,
    kind           text        NOT NULL,
    plan           jsonb       NOT NULL,
    file_name      text        NOT NULL,
    state          text        NOT NULL CHECK (state IN ('RECEIVING', 'STAGING', 'RUNNING', 'COMPLETED', 'FAILED')),
    rows_read      bigint,
    rows_failed    bigint      NOT NULL,
    problem        text,
    requested_by   text        NOT NULL,
    requester_name text        NOT NULL,
    requested_at   timestamptz NOT NULL,
    finished_at    timestamptz,
    runner         uuid,
    runs_until     timestamptz
);

COMMENT ON COLUMN file_import.runs_until IS 'real time: until then nobody but the runner goes on with it';

-- The file as it came, piece by piece; removed once it is read.
CREATE TABLE file_import_piece (
    import_id     uuid        NOT NULL,
    number        integer     NOT NULL,
    content       bytea       NOT NULL,
    CONSTRAINT file_import_piece_key PRIMARY KEY (import_id, number)
);

-- Rows that were read and wait to be taken, share by share in their order; removed once they are taken.
CREATE TABLE file_import_row (
    import_id     uuid        NOT NULL,
    share         smallint    NOT NULL,
    happened_at   timestamptz NOT NULL,
    line          bigint      NOT NULL,
    item          text        NOT NULL,
    member_key    text        NOT NULL,
    fields        jsonb       NOT NULL,
    CONSTRAINT file_import_row_key PRIMARY KEY (import_id, share, happened_at, line)
);

CREATE INDEX file_import_row_item ON file_import_row (import_id, item, line);

-- How far each share is.
CREATE TABLE file_import_share (
    import_id     uuid        NOT NULL,
    share         smallint    NOT NULL,
    happened_at   timestamptz NOT NULL,
    line          bigint      NOT NULL,
    taken         bigint      NOT NULL,
    CONSTRAINT file_import_share_key PRIMARY KEY (import_id, share)
);

-- The earliest row of each member of a file.
CREATE TABLE file_import_arrival (
    import_id     uuid        NOT NULL,
    member_key    text        NOT NULL,
    happened_at   timestamptz NOT NULL,
    CONSTRAINT file_import_arrival_key PRIMARY KEY (import_id, member_key)
);

-- What couldn't be taken, by the file's own line; holds no values of the row.
CREATE TABLE file_import_error (
    import_id     uuid        NOT NULL,
    line          bigint      NOT NULL,
    field         text        NOT NULL,
    bundle        text        NOT NULL,
    code          text        NOT NULL,
    details       jsonb       NOT NULL,
    CONSTRAINT file_import_error_key PRIMARY KEY (import_id, line, field)
);
