-- How far a version's changed expiry has reached the lots that were given before it: once when it is published and once more
-- when it comes into force, so that no date passes in between.
CREATE TABLE lot_transition (
    program      text        NOT NULL,
    version      integer     NOT NULL,
    pass         text        NOT NULL CHECK (pass IN ('PUBLISHED', 'IN_FORCE')),
    last_member  uuid,
    finished_at  timestamptz,
    CONSTRAINT lot_transition_key PRIMARY KEY (program, version, pass)
);
