-- For whom a note is: STORE for everybody who sees the member, OFFICE for those who adjust points.
ALTER TABLE member_note ADD COLUMN audience text NOT NULL DEFAULT 'STORE';

-- Filters of a list that a person keeps under a name.
CREATE TABLE saved_view (
    view_id      uuid        NOT NULL PRIMARY KEY,
    person_id    text        NOT NULL,
    list         text        NOT NULL,
    name         text        NOT NULL,
    query        text        NOT NULL,
    kept_at      timestamptz NOT NULL,
    CONSTRAINT saved_view_name UNIQUE (person_id, list, name)
);

CREATE INDEX audit_recorded ON audit (id DESC);
