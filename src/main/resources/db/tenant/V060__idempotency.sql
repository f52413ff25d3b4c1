-- The answers of calls made under a key of the caller's, kept as long as the books. A row is claimed before the effect and
-- completed with it in one transaction; after that only erasure touches it, which takes the body away.
CREATE TABLE idempotency (
    key           text        NOT NULL PRIMARY KEY,
    request_hash  bytea       NOT NULL,
    claimed_at    timestamptz NOT NULL,
    status        integer,
    headers       text,
    body          bytea,
    secret_of     text,
    member_id     uuid
) WITH (fillfactor = 70);

CREATE INDEX idempotency_member ON idempotency (member_id) WHERE member_id IS NOT NULL;

-- What the hash of a request is keyed with: without it a kept hash could be tried against guessed phones and e-mails.
CREATE TABLE idempotency_hash_key (
    id      integer NOT NULL PRIMARY KEY,
    secret  text    NOT NULL,
    CONSTRAINT idempotency_hash_key_only_one CHECK (id = 1)
);

COMMENT ON TABLE idempotency_hash_key IS 'append-only';

INSERT INTO idempotency_hash_key (id, secret) VALUES (1, gen_random_uuid()::text || gen_random_uuid()::text);
