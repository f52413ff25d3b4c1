-- A voucher that a member was given for reaching a tier, and the order or activity that reached it (none where time or a new
-- version of the program did); whether it still stands is the voucher's own.
CREATE TABLE tier_gift (
    cause_id      uuid        NOT NULL PRIMARY KEY,
    member_id     uuid        NOT NULL,
    program       text        NOT NULL,
    tier_set      text        NOT NULL,
    tier          text        NOT NULL,
    occasion_id   uuid,
    recorded_at   timestamptz NOT NULL
);

COMMENT ON TABLE tier_gift IS 'append-only';

CREATE INDEX tier_gift_member ON tier_gift (member_id, program, tier_set);

CREATE INDEX tier_gift_occasion ON tier_gift (occasion_id) WHERE occasion_id IS NOT NULL;
