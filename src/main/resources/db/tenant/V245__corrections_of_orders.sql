-- What staff corrected for an order goes back with it. Corrections are few: no order pays for this index.
CREATE INDEX entry_correction ON entry (source, reference) WHERE kind = 'CORRECTION' AND source IS NOT NULL;
