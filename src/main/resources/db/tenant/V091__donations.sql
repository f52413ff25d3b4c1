-- What stands of each donation. A projection: the entries below are what amount, state and charity are rebuilt from.
CREATE TABLE donation (
    donation_id    uuid        NOT NULL PRIMARY KEY,
    member_id      uuid        NOT NULL,
    program        text        NOT NULL,
    version        integer     NOT NULL,
    pledge         text        NOT NULL,
    part           text        NOT NULL,
    order_id       uuid,
    source         text,
    reference      text,
    points         bigint      NOT NULL,
    points_entry   uuid,
    currency       text        NOT NULL,
    amount         bigint      NOT NULL,
    charity        text,
    chosen         text,
    fallback       text,
    fallback_at    timestamptz,
    state          text        NOT NULL,
    occurred_at    timestamptz NOT NULL,
    confirm_at     timestamptz,
    settlement_id  uuid,
    recorded_at    timestamptz NOT NULL,
    CONSTRAINT donation_of_order UNIQUE (order_id, member_id, program, pledge, part),
    CONSTRAINT donation_never_short CHECK (amount >= 0),
    CONSTRAINT donation_reversed_is_nought CHECK ((state = 'REVERSED') = (amount = 0)),
    CONSTRAINT donation_settled_is_somebodys CHECK (state NOT IN ('SETTLED', 'RECEIPTED') OR (charity IS NOT NULL AND settlement_id IS NOT NULL))
) WITH (fillfactor = 80);

CREATE INDEX donation_member ON donation (member_id, donation_id);

CREATE INDEX donation_charity ON donation (charity, state);

CREATE INDEX donation_settlement ON donation (settlement_id, donation_id) WHERE settlement_id IS NOT NULL;

CREATE INDEX donation_confirm ON donation (confirm_at) WHERE state = 'PLEDGED';

CREATE INDEX donation_fallback ON donation (fallback_at) WHERE charity IS NULL AND state IN ('PLEDGED', 'CONFIRMED');

-- The double entry in money: each row takes an amount from one account and gives it to another, so all accounts together
-- are always nought.
CREATE TABLE donation_entry (
    entry_id       uuid        NOT NULL PRIMARY KEY,
    donation_id    uuid        NOT NULL,
    kind           text        NOT NULL,
    from_account   text        NOT NULL,
    from_charity   text,
    to_account     text        NOT NULL,
    to_charity     text,
    currency       text        NOT NULL,
    amount         bigint      NOT NULL,
    effective_at   timestamptz NOT NULL,
    recorded_at    timestamptz NOT NULL,
    receipt_id     uuid,
    settlement_id  uuid,
    actor_kind     text        NOT NULL,
    actor_id       text        NOT NULL,
    CONSTRAINT donation_entry_moves_something CHECK (amount > 0)
);

COMMENT ON TABLE donation_entry IS 'append-only';

CREATE INDEX donation_entry_donation ON donation_entry (donation_id, entry_id);

CREATE SEQUENCE settlement_number;

-- A batch that was paid to a charity. What it was called then stands here: a receipt doesn't change with the register.
CREATE TABLE settlement (
    settlement_id      uuid        NOT NULL PRIMARY KEY,
    settlement_no      bigint      NOT NULL UNIQUE,
    charity            text        NOT NULL,
    name               jsonb       NOT NULL,
    registration       text,
    settled_at         timestamptz NOT NULL,
    donations          bigint      NOT NULL,
    totals             jsonb       NOT NULL,
    actor_name         text        NOT NULL,
    receipted_at       timestamptz,
    receipt_reference  text
);

CREATE INDEX settlement_charity ON settlement (charity, settlement_no);
