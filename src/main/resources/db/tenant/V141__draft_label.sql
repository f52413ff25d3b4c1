-- What people call a draft where a program has several; empty for the first.
ALTER TABLE program_draft ADD COLUMN label text NOT NULL DEFAULT '';
