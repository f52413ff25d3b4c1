ALTER TABLE person ADD COLUMN language text;
COMMENT ON COLUMN person.language IS 'the language chosen last, which follows the person to other devices; null until one was chosen';
