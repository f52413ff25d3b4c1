-- Each share counts what it couldn't take, so that nobody counts the errors again and again.
ALTER TABLE file_import_share ADD COLUMN failed bigint NOT NULL DEFAULT 0;

COMMENT ON COLUMN file_import_share.failed IS 'rows that could not be taken; those that could not be read are counted in file_import.rows_failed';

-- Whether whoever asked is a person, who doesn't serve themselves by a file either.
ALTER TABLE file_import ADD COLUMN requester_kind text;
