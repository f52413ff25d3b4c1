-- A member's code in a program, by which friends join.
CREATE TABLE referral_code (
    member_id     uuid        NOT NULL,
    program       text        NOT NULL,
    code          text        NOT NULL,
    made_at       timestamptz NOT NULL,
    CONSTRAINT referral_code_key PRIMARY KEY (member_id, program),
    CONSTRAINT referral_code_unique UNIQUE (code)
);

-- Who brought whom, the order that won the friend, and what both have of it. Receipts and proofs tell why.
CREATE TABLE referral (
    referral_id      uuid        NOT NULL PRIMARY KEY,
    program          text        NOT NULL,
    referrer_id      uuid        NOT NULL,
    friend_id        uuid        NOT NULL,
    joined_at        timestamptz NOT NULL,
    state            text        NOT NULL,
    order_id         uuid,
    order_source     text,
    order_reference  text,
    due_at           timestamptz,
    referrer_paid    boolean     NOT NULL DEFAULT false,
    referrer_points  bigint      NOT NULL DEFAULT 0,
    referrer_skipped text        NOT NULL DEFAULT '',
    friend_paid      boolean     NOT NULL DEFAULT false,
    friend_points    bigint      NOT NULL DEFAULT 0,
    friend_skipped   text        NOT NULL DEFAULT '',
    recorded_at      timestamptz NOT NULL,
    CONSTRAINT referral_friend_once UNIQUE (friend_id, program)
) WITH (fillfactor = 80);

CREATE INDEX referral_referrer ON referral (referrer_id, referral_id);

CREATE INDEX referral_due ON referral (due_at) WHERE due_at IS NOT NULL;

CREATE INDEX referral_order ON referral (order_id) WHERE order_id IS NOT NULL;
