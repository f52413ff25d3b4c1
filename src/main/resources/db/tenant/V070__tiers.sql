-- What moved a tier's metric: written once, summed again whenever something arrives late.
CREATE TABLE metric_change (
    change_id     uuid        NOT NULL PRIMARY KEY,
    member_id     uuid        NOT NULL,
    program       text        NOT NULL,
    tier_set      text        NOT NULL,
    at            timestamptz NOT NULL,
    counts_at     timestamptz NOT NULL,
    source        text        NOT NULL,
    reference     text        NOT NULL,
    part          integer     NOT NULL,
    delta         bigint      NOT NULL,
    recorded_at   timestamptz NOT NULL
);

COMMENT ON TABLE metric_change IS 'append-only';

CREATE INDEX metric_change_member ON metric_change (member_id, program, tier_set);

-- From an instant on a member is in a tier. Of several facts with the same start the highest sequence stands, and a fact
-- ends where the next begins: gaps and overlaps can't be written.
CREATE TABLE tier_fact (
    member_id     uuid        NOT NULL,
    program       text        NOT NULL,
    tier_set      text        NOT NULL,
    seq           bigint      NOT NULL,
    starts_at     timestamptz NOT NULL,
    rank          integer     NOT NULL,
    tier          text        NOT NULL,
    cause         text        NOT NULL,
    valid_until   timestamptz,
    recorded_at   timestamptz NOT NULL,
    CONSTRAINT tier_fact_key PRIMARY KEY (member_id, program, tier_set, seq)
);

COMMENT ON TABLE tier_fact IS 'append-only';

-- A tier that staff set, with a reason and an end.
CREATE TABLE manual_tier (
    manual_id     uuid        NOT NULL PRIMARY KEY,
    member_id     uuid        NOT NULL,
    program       text        NOT NULL,
    tier_set      text        NOT NULL,
    tier          text        NOT NULL,
    starts_at     timestamptz NOT NULL,
    ends_at       timestamptz NOT NULL,
    reason        text        NOT NULL,
    actor_kind    text        NOT NULL,
    actor_id      text        NOT NULL,
    recorded_at   timestamptz NOT NULL,
    CONSTRAINT manual_tier_lasts CHECK (ends_at > starts_at)
);

COMMENT ON TABLE manual_tier IS 'append-only';

CREATE INDEX manual_tier_member ON manual_tier (member_id, program, tier_set);

-- Where the walk through a member's changes stopped, so that the next order goes on from there. A projection.
CREATE TABLE tier_standing (
    member_id      uuid        NOT NULL,
    program        text        NOT NULL,
    tier_set       text        NOT NULL,
    version        integer     NOT NULL,
    tier           text        NOT NULL,
    rank           integer     NOT NULL,
    valid_until    timestamptz,
    due_at         timestamptz,
    joined_at      timestamptz NOT NULL,
    facts_seq      bigint      NOT NULL,
    last_at        timestamptz,
    last_source    text,
    last_reference text,
    last_part      integer,
    state          jsonb       NOT NULL,
    CONSTRAINT tier_standing_key PRIMARY KEY (member_id, program, tier_set)
) WITH (fillfactor = 70);

CREATE INDEX tier_standing_due ON tier_standing (due_at) WHERE due_at IS NOT NULL;

CREATE INDEX tier_standing_tier ON tier_standing (program, tier_set, tier);
