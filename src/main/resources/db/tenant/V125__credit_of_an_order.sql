-- What the order comes to that a hold is for: credit may pay only a part of it.
ALTER TABLE hold ADD COLUMN basket bigint;

CREATE INDEX hold_order ON hold (source, reference) WHERE source IS NOT NULL;
