-- The books. Entries, legs, lots, allocations and changes of a lot's dates are written once and never touched again;
-- standing, account, open_lot and hold are projections of them.

-- One row a member: the lock that every posting takes first, the head of the member's chain of entries, and what lists
-- filter by. Updated by every posting, so nothing refers to it by a foreign key and half of each page stays free.
CREATE TABLE standing (
    member_id         uuid        NOT NULL PRIMARY KEY,
    opened_at         timestamptz NOT NULL,
    chain_seq         bigint      NOT NULL DEFAULT 0,
    chain_head        bytea       NOT NULL,
    last_activity_at  timestamptz,
    next_expiry_at    timestamptz
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 200, autovacuum_vacuum_cost_delay = 0);

CREATE INDEX standing_last_activity ON standing (last_activity_at, member_id) WITH (fillfactor = 70);

-- One line of a member's statement in one wallet. The id of an entry that grants points is the id of the lot it makes.
CREATE TABLE entry (
    entry_id            uuid        NOT NULL PRIMARY KEY,
    member_id           uuid        NOT NULL,
    seq                 bigint      NOT NULL,
    wallet              text        NOT NULL,
    kind                text        NOT NULL,
    pending_points      bigint      NOT NULL,
    active_points       bigint      NOT NULL,
    held_points         bigint      NOT NULL,
    debt_points         bigint      NOT NULL,
    lifetime_points     bigint      NOT NULL,
    forgiven_points     bigint      NOT NULL,
    points              bigint      NOT NULL GENERATED ALWAYS AS (pending_points + active_points + held_points - debt_points) STORED,
    effective_at        timestamptz NOT NULL,
    posting_date        date        NOT NULL,
    recorded_at         timestamptz NOT NULL,
    origin_kind         text,
    origin_code         text,
    origin_version      integer,
    rule                text,
    actor_kind          text,
    actor_id            text,
    reason              text,
    source              text,
    reference           text,
    receipt_id          uuid,
    reverses            uuid,
    previous_hash       bytea       NOT NULL,
    hash                bytea       NOT NULL,
    CONSTRAINT entry_member_seq UNIQUE (member_id, seq),
    CONSTRAINT entry_has_cause CHECK ((origin_version IS NOT NULL AND rule IS NOT NULL) OR (actor_id IS NOT NULL AND reason IS NOT NULL))
);

COMMENT ON TABLE entry IS 'append-only';

CREATE INDEX entry_reverses ON entry (reverses) WHERE reverses IS NOT NULL;

-- What staff wrote beside an entry. Apart from it, because an erased member's notes go and the entry stays.
CREATE TABLE entry_note (
    entry_id      uuid        NOT NULL PRIMARY KEY,
    member_id     uuid        NOT NULL,
    note          text        NOT NULL
);

CREATE INDEX entry_note_member ON entry_note (member_id);

-- The double entry: the legs of an entry add up to nought. A positive leg credits the account.
CREATE TABLE leg (
    entry_id      uuid        NOT NULL,
    no            integer     NOT NULL,
    account       text        NOT NULL,
    points        bigint      NOT NULL,
    mark          bytea       NOT NULL,
    CONSTRAINT leg_key PRIMARY KEY (entry_id, no)
);

COMMENT ON TABLE leg IS 'append-only';

-- One credit of points with its own dates. No activation date: it waits for an event. No expiry date: it never expires.
CREATE TABLE lot (
    lot_id          uuid        NOT NULL PRIMARY KEY,
    member_id       uuid        NOT NULL,
    wallet          text        NOT NULL,
    granted_points  bigint      NOT NULL,
    activity_at     timestamptz NOT NULL,
    activates_at    timestamptz,
    expires_at      timestamptz,
    funder          text        NOT NULL,
    reinstates      uuid,
    mark            bytea       NOT NULL,
    CONSTRAINT lot_grants_something CHECK (granted_points > 0)
);

COMMENT ON TABLE lot IS 'append-only';

CREATE INDEX lot_member ON lot (member_id, lot_id);

-- A new date for what is left of a lot. The one of the highest (entry, no) stands.
CREATE TABLE lot_change (
    entry_id      uuid        NOT NULL,
    no            integer     NOT NULL,
    lot_id        uuid        NOT NULL,
    activates_at  timestamptz,
    expires_at    timestamptz,
    mark          bytea       NOT NULL,
    CONSTRAINT lot_change_key PRIMARY KEY (entry_id, no)
);

COMMENT ON TABLE lot_change IS 'append-only';

CREATE INDEX lot_change_lot ON lot_change (lot_id, entry_id);

-- Points of one lot that an entry moves from one state to another, so that the states of a lot always add up to its grant.
CREATE TABLE allocation (
    entry_id      uuid        NOT NULL,
    no            integer     NOT NULL,
    lot_id        uuid        NOT NULL,
    from_state    text        NOT NULL,
    to_state      text        NOT NULL,
    points        bigint      NOT NULL,
    mark          bytea       NOT NULL,
    CONSTRAINT allocation_key PRIMARY KEY (entry_id, no),
    CONSTRAINT allocation_moves_something CHECK (points > 0)
);

COMMENT ON TABLE allocation IS 'append-only';

CREATE INDEX allocation_lot ON allocation (lot_id);

-- A member's holding in one wallet, as posted. What the clock has changed since is added when it is read.
CREATE TABLE account (
    member_id            uuid        NOT NULL,
    wallet               text        NOT NULL,
    active_points        bigint      NOT NULL DEFAULT 0,
    pending_points       bigint      NOT NULL DEFAULT 0,
    held_points          bigint      NOT NULL DEFAULT 0,
    debt_points          bigint      NOT NULL DEFAULT 0,
    lifetime_points      bigint      NOT NULL DEFAULT 0,
    entries              bigint      NOT NULL DEFAULT 0,
    next_expiry_at       timestamptz,
    next_activation_at   timestamptz,
    inactivity_deadline  timestamptz,
    CONSTRAINT account_key PRIMARY KEY (member_id, wallet),
    CONSTRAINT account_never_short CHECK (active_points >= 0 AND pending_points >= 0 AND held_points >= 0 AND debt_points >= 0)
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 200, autovacuum_vacuum_cost_delay = 0);

CREATE INDEX account_inactivity ON account (inactivity_deadline) WHERE inactivity_deadline IS NOT NULL;

-- What is left of a lot that isn't used up. 'infinity' stands for never, so that one index gives the order of use.
CREATE TABLE open_lot (
    lot_id          uuid        NOT NULL PRIMARY KEY,
    member_id       uuid        NOT NULL,
    wallet          text        NOT NULL,
    pending_points  bigint      NOT NULL,
    active_points   bigint      NOT NULL,
    held_points     bigint      NOT NULL,
    activity_at     timestamptz NOT NULL,
    activates_at    timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL,
    CONSTRAINT open_lot_never_short CHECK (pending_points >= 0 AND active_points >= 0 AND held_points >= 0),
    CONSTRAINT open_lot_is_open CHECK (pending_points + active_points + held_points > 0)
) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_cost_delay = 0);

CREATE INDEX open_lot_use ON open_lot (member_id, wallet, expires_at, activity_at, lot_id);

CREATE INDEX open_lot_expiry ON open_lot (expires_at) WHERE expires_at < 'infinity' AND active_points + pending_points > 0;

CREATE INDEX open_lot_activation ON open_lot (activates_at) WHERE pending_points > 0;

CREATE INDEX open_lot_pending ON open_lot (member_id, wallet, activates_at) WHERE pending_points > 0;

-- Points reserved for a checkout under an id of the client's. The lots stand in the allocations of entry_id.
CREATE TABLE hold (
    hold_id           text        NOT NULL PRIMARY KEY,
    member_id         uuid        NOT NULL,
    wallet            text        NOT NULL,
    entry_id          uuid        NOT NULL,
    points            bigint      NOT NULL,
    committed_points  bigint      NOT NULL DEFAULT 0,
    state             text        NOT NULL,
    source            text,
    reference         text,
    held_at           timestamptz NOT NULL,
    times_out_at      timestamptz NOT NULL,
    settled_by        uuid
) WITH (fillfactor = 80);

CREATE INDEX hold_timeout ON hold (times_out_at) WHERE state = 'HELD';

CREATE INDEX hold_member ON hold (member_id) WHERE state = 'HELD';

-- The heads of the members' chains at one moment, under one root that includes the root before it.
CREATE TABLE seal (
    seal_no        bigint      NOT NULL PRIMARY KEY,
    sealed_at      timestamptz NOT NULL,
    members        bigint      NOT NULL,
    last_entry     uuid        NOT NULL,
    previous_root  bytea       NOT NULL,
    root           bytea       NOT NULL
);

COMMENT ON TABLE seal IS 'append-only';

CREATE TABLE seal_head (
    seal_no     bigint      NOT NULL,
    member_id   uuid        NOT NULL,
    chain_seq   bigint      NOT NULL,
    chain_head  bytea       NOT NULL,
    CONSTRAINT seal_head_key PRIMARY KEY (seal_no, member_id)
);

COMMENT ON TABLE seal_head IS 'append-only';

CREATE INDEX seal_head_member ON seal_head (member_id, chain_seq);

-- Accounting months that take no more postings, by their first day.
CREATE TABLE period_close (
    month       date        NOT NULL PRIMARY KEY,
    closed_at   timestamptz NOT NULL,
    actor_kind  text        NOT NULL,
    actor_id    text        NOT NULL
);

COMMENT ON TABLE period_close IS 'append-only';

-- The canonical bytes of a row: every field as text, its length in bytes before it, -1 for a missing one.
-- The application computes the same; both are held to the same test vectors.
CREATE FUNCTION ledger_bytes(VARIADIC fields text[]) RETURNS bytea
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
        SELECT coalesce(string_agg(
            CASE WHEN field IS NULL THEN '\xffffffff'::bytea
                 ELSE int4send(octet_length(convert_to(field, 'UTF8'))) || convert_to(field, 'UTF8') END,
            ''::bytea ORDER BY position), ''::bytea)
        FROM unnest(fields) WITH ORDINALITY AS listed (field, position)
    $$;
