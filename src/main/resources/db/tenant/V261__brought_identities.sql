-- An identity that came with a source though the survivor has one of the kind: it finds the survivor and is shown as another.
ALTER TABLE member_identity ADD COLUMN brought boolean NOT NULL DEFAULT false;
