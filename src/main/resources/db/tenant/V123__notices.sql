-- Lots that may lapse only after their member was told (domain 25). What is left of one has no date in the books until then:
-- no notice, no expiry. Its planned date stands here.
CREATE TABLE lot_promise (
    lot_id        uuid        NOT NULL PRIMARY KEY,
    member_id     uuid        NOT NULL,
    wallet        text        NOT NULL,
    notice_days   integer     NOT NULL,
    planned_at    timestamptz,
    ask_at        timestamptz,
    announced_at  timestamptz
);
COMMENT ON COLUMN lot_promise.ask_at IS 'when points.expiring asks for the notice';

CREATE INDEX lot_promise_member ON lot_promise (member_id, wallet);
CREATE INDEX lot_promise_ask ON lot_promise (ask_at) WHERE announced_at IS NULL AND ask_at IS NOT NULL;

-- The same for the inactivity deadline of an account; each activity plans a new one that wants a new notice.
CREATE TABLE account_promise (
    member_id     uuid        NOT NULL,
    wallet        text        NOT NULL,
    notice_days   integer     NOT NULL,
    planned_at    timestamptz NOT NULL,
    ask_at        timestamptz NOT NULL,
    announced_at  timestamptz,
    CONSTRAINT account_promise_key PRIMARY KEY (member_id, wallet)
);

CREATE INDEX account_promise_ask ON account_promise (ask_at) WHERE announced_at IS NULL;

-- That a member was told, for all points of a wallet that were planned to lapse by an instant.
CREATE TABLE notice (
    notice_id    uuid        NOT NULL PRIMARY KEY,
    member_id    uuid        NOT NULL,
    wallet       text        NOT NULL,
    until        timestamptz NOT NULL,
    sent_at      timestamptz NOT NULL,
    channel      text        NOT NULL CHECK (channel IN ('WEBHOOK', 'REPORTED')),
    actor_kind   text        NOT NULL,
    actor_id     text        NOT NULL,
    recorded_at  timestamptz NOT NULL
);
COMMENT ON TABLE notice IS 'append-only';

CREATE INDEX notice_member ON notice (member_id, wallet);
