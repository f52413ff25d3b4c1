-- What happened to each voucher, in its own order: the voucher is what they add up to.
CREATE TABLE voucher_event (
    voucher_id      uuid        NOT NULL,
    seq             integer     NOT NULL,
    kind            text        NOT NULL,
    amount          bigint      NOT NULL,
    worth           bigint,
    order_source    text,
    order_reference text,
    actor_kind      text        NOT NULL,
    actor_id        text        NOT NULL,
    reason          text        NOT NULL,
    about           uuid,
    at              timestamptz NOT NULL,
    CONSTRAINT voucher_event_key PRIMARY KEY (voucher_id, seq)
);

COMMENT ON TABLE voucher_event IS 'append-only';

CREATE INDEX voucher_event_order ON voucher_event (order_source, order_reference) WHERE order_source IS NOT NULL;

CREATE INDEX voucher_event_about ON voucher_event (about) WHERE about IS NOT NULL;

-- A voucher by its code. A projection of its events.
CREATE TABLE voucher (
    voucher_id  uuid        NOT NULL PRIMARY KEY,
    code        text        NOT NULL,
    member_id   uuid        NOT NULL,
    program     text        NOT NULL,
    version     integer     NOT NULL,
    reward      text        NOT NULL,
    kind        text        NOT NULL,
    currency    text,
    face        bigint      NOT NULL,
    used        bigint      NOT NULL,
    remaining   bigint      NOT NULL,
    state       text        NOT NULL,
    issued_at   timestamptz NOT NULL,
    active_from timestamptz NOT NULL,
    expires_at  timestamptz,
    seq         integer     NOT NULL,
    CONSTRAINT voucher_code UNIQUE (code),
    CONSTRAINT voucher_adds_up CHECK (face = used + remaining AND used >= 0 AND remaining >= 0)
) WITH (fillfactor = 80);

CREATE INDEX voucher_member ON voucher (member_id, voucher_id);

CREATE INDEX voucher_reward ON voucher (program, reward, voucher_id);

CREATE INDEX voucher_expiry ON voucher (expires_at)
    WHERE expires_at IS NOT NULL AND state IN ('ASSIGNED', 'ACTIVE', 'PARTLY_USED');

CREATE INDEX voucher_activation ON voucher (active_from) WHERE state = 'ASSIGNED';
