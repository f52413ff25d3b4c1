-- A file that breaks off whatever reads it isn't begun again for ever.
ALTER TABLE file_import ADD COLUMN readings integer NOT NULL DEFAULT 0;

COMMENT ON COLUMN file_import.readings IS 'how often reading the file was begun';
