-- How many of a reward were put in stock, and taken out again by hand: written once.
CREATE TABLE stock_supply (
    supply_id   uuid        NOT NULL PRIMARY KEY,
    program     text        NOT NULL,
    reward      text        NOT NULL,
    change      bigint      NOT NULL,
    actor_kind  text        NOT NULL,
    actor_id    text        NOT NULL,
    recorded_at timestamptz NOT NULL
);

COMMENT ON TABLE stock_supply IS 'append-only';

CREATE INDEX stock_supply_reward ON stock_supply (program, reward, supply_id);

-- What is left of a reward that isn't endless. A projection of supplies and redemptions; a redemption updates it under the
-- condition that enough is left, so that the last one goes out once.
CREATE TABLE reward_stock (
    program     text        NOT NULL,
    reward      text        NOT NULL,
    supplied    bigint      NOT NULL,
    taken       bigint      NOT NULL,
    CONSTRAINT reward_stock_key PRIMARY KEY (program, reward),
    CONSTRAINT reward_stock_never_short CHECK (taken >= 0)
) WITH (fillfactor = 50);

-- Points that became something. The points stand in the books under entry_id.
CREATE TABLE redemption (
    redemption_id   uuid        NOT NULL PRIMARY KEY,
    member_id       uuid        NOT NULL,
    program         text        NOT NULL,
    version         integer     NOT NULL,
    reward          text        NOT NULL,
    kind            text        NOT NULL,
    quantity        integer     NOT NULL,
    wallet          text        NOT NULL,
    points          bigint      NOT NULL,
    money           bigint      NOT NULL,
    entry_id        uuid        NOT NULL,
    credit_entry_id uuid,
    stock_taken     integer     NOT NULL,
    state           text        NOT NULL,
    order_source    text,
    order_reference text,
    store           text,
    made_at         timestamptz NOT NULL,
    valid_until     timestamptz,
    seq             integer     NOT NULL
) WITH (fillfactor = 80);

CREATE INDEX redemption_member ON redemption (member_id, redemption_id);

CREATE INDEX redemption_reward ON redemption (program, reward, redemption_id);

-- What became of a redemption: ordered, shipped, delivered, cancelled. Written once.
CREATE TABLE redemption_event (
    redemption_id   uuid        NOT NULL,
    seq             integer     NOT NULL,
    state           text        NOT NULL,
    actor_kind      text        NOT NULL,
    actor_id        text        NOT NULL,
    reason          text        NOT NULL,
    at              timestamptz NOT NULL,
    CONSTRAINT redemption_event_key PRIMARY KEY (redemption_id, seq)
);

COMMENT ON TABLE redemption_event IS 'append-only';
