ALTER TABLE api_key ADD COLUMN issued_by text;

COMMENT ON COLUMN api_key.issued_by IS 'who made the key and has seen its secret, as in PERSON:id; empty for keys of earlier versions';
