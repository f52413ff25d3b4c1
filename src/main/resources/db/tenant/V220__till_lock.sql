-- Wrong PINs at a till, whoever's they were meant to be: somebody who tries one PIN with every number locks the till.
ALTER TABLE till
    ADD COLUMN wrong_pins   integer     NOT NULL DEFAULT 0,
    ADD COLUMN wrong_since  timestamptz,
    ADD COLUMN locked_until timestamptz;
