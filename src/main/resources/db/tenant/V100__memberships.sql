-- A plan that a member took, with what was agreed then.
CREATE TABLE membership (
    membership_id     uuid        NOT NULL PRIMARY KEY,
    member_id         uuid        NOT NULL,
    program           text        NOT NULL,
    plan              text        NOT NULL,
    version           integer     NOT NULL,
    pay_every         text        NOT NULL,
    price             bigint      NOT NULL,
    currency          text        NOT NULL,
    trial_days        integer     NOT NULL,
    grace_days        integer     NOT NULL,
    renewal           text        NOT NULL,
    past_due          text        NOT NULL,
    refund            text        NOT NULL,
    price_notice_days integer     NOT NULL,
    zone              text        NOT NULL,
    started_at        timestamptz NOT NULL,
    actor_kind        text        NOT NULL,
    actor_id          text        NOT NULL,
    recorded_at       timestamptz NOT NULL
);

COMMENT ON TABLE membership IS 'append-only';

CREATE INDEX membership_member ON membership (member_id);

-- What happened to it: outcomes of payments, leaving, notices of a price. The same outcome told again is the same row.
CREATE TABLE membership_fact (
    membership_id     uuid        NOT NULL,
    kind              text        NOT NULL,
    reference         text        NOT NULL,
    payment           text        NOT NULL,
    at                timestamptz NOT NULL,
    amount            bigint      NOT NULL,
    recorded_at       timestamptz NOT NULL,
    CONSTRAINT membership_fact_key PRIMARY KEY (membership_id, kind, reference)
);

COMMENT ON TABLE membership_fact IS 'append-only';

-- Where each membership stood when it was last looked at, and when time alone changes that. A projection.
CREATE TABLE membership_standing (
    membership_id     uuid        NOT NULL PRIMARY KEY,
    member_id         uuid        NOT NULL,
    program           text        NOT NULL,
    plan              text        NOT NULL,
    state             text        NOT NULL,
    covered_until     timestamptz NOT NULL,
    due_at            timestamptz,
    seen_at           timestamptz NOT NULL
) WITH (fillfactor = 70);

CREATE INDEX membership_standing_due ON membership_standing (due_at) WHERE due_at IS NOT NULL;

CREATE INDEX membership_standing_state ON membership_standing (program, state, membership_id);
