-- For which order a voucher is kept at a checkout, and until when.
ALTER TABLE voucher ADD COLUMN held_source text;

ALTER TABLE voucher ADD COLUMN held_reference text;

ALTER TABLE voucher ADD COLUMN held_until timestamptz;

CREATE INDEX voucher_held ON voucher (held_until) WHERE state = 'HELD';
