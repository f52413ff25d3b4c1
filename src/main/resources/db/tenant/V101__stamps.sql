-- A stamp that an order gave to a card (1) or that went back (-1). What stands is the sum.
CREATE TABLE stamp_event (
    event_id      uuid        NOT NULL PRIMARY KEY,
    member_id     uuid        NOT NULL,
    program       text        NOT NULL,
    card          text        NOT NULL,
    order_id      uuid        NOT NULL,
    day           date        NOT NULL,
    change        integer     NOT NULL,
    receipt_id    uuid        NOT NULL,
    recorded_at   timestamptz NOT NULL
);

COMMENT ON TABLE stamp_event IS 'append-only';

CREATE INDEX stamp_event_member ON stamp_event (member_id, program, card);

CREATE INDEX stamp_event_order ON stamp_event (order_id);

-- A voucher that a full card gave, and the order that filled it; whether it still stands is the voucher's own.
CREATE TABLE stamp_voucher (
    cause_id      uuid        NOT NULL PRIMARY KEY,
    member_id     uuid        NOT NULL,
    program       text        NOT NULL,
    card          text        NOT NULL,
    order_id      uuid        NOT NULL,
    recorded_at   timestamptz NOT NULL
);

COMMENT ON TABLE stamp_voucher IS 'append-only';

CREATE INDEX stamp_voucher_member ON stamp_voucher (member_id, program, card);
