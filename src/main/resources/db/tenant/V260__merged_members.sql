-- Two members who are one person: the source's books, metrics and identities went to the survivor. What happened to the
-- source before stays under its own id and is found by this row.
CREATE TABLE member_merge (
    source_id     uuid        NOT NULL PRIMARY KEY,
    survivor_id   uuid        NOT NULL,
    reason        text        NOT NULL,
    actor_kind    text        NOT NULL,
    actor_id      text        NOT NULL,
    merged_at     timestamptz NOT NULL,
    recorded_at   timestamptz NOT NULL,
    CONSTRAINT member_merge_of_two CHECK (source_id <> survivor_id)
);

COMMENT ON TABLE member_merge IS 'append-only';

CREATE INDEX member_merge_survivor ON member_merge (survivor_id, source_id);

-- Who posts for the source posts for the survivor: it is read with the lock.
ALTER TABLE standing ADD COLUMN merged_into uuid;

-- Which lot of a survivor came of which lot of a source. A claw-back of the first looks in the second.
CREATE TABLE lot_move (
    lot_id        uuid        NOT NULL PRIMARY KEY,
    from_lot      uuid        NOT NULL
);

COMMENT ON TABLE lot_move IS 'append-only';

CREATE INDEX lot_move_from ON lot_move (from_lot);
