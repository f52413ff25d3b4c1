-- Every lapse of an account that stands. An activity that happened before one and is heard of after it undoes it: its row goes.
CREATE TABLE account_lapse (
    member_id   uuid        NOT NULL,
    wallet      text        NOT NULL,
    lapsed_at   timestamptz NOT NULL,
    revived_at  timestamptz,
    CONSTRAINT account_lapse_key PRIMARY KEY (member_id, wallet, lapsed_at)
);

COMMENT ON COLUMN account_lapse.revived_at IS 'the earliest activity since that counts for the account; empty: none';

INSERT INTO account_lapse (member_id, wallet, lapsed_at)
SELECT member_id, wallet, lapsed_at FROM account WHERE lapsed_at IS NOT NULL;
