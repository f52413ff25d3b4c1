CREATE TABLE person (
    id                  uuid        PRIMARY KEY,
    email               text        NOT NULL UNIQUE,
    name                text        NOT NULL,
    roles               text        NOT NULL,
    stores              text        NOT NULL,
    active              boolean     NOT NULL,
    password_hash       text,
    epoch               integer     NOT NULL,
    failures            integer     NOT NULL,
    locked_until        timestamptz,
    invitation_hash     bytea       UNIQUE,
    invitation_until    timestamptz,
    created_at          timestamptz NOT NULL,
    last_signed_in_at   timestamptz
);
COMMENT ON COLUMN person.epoch IS 'rises to end every session of the person';

CREATE TABLE api_key (
    id           uuid        PRIMARY KEY,
    label        text        NOT NULL,
    secret_hash  bytea       NOT NULL UNIQUE,
    secret_end   text        NOT NULL,
    scopes       text        NOT NULL,
    stores       text        NOT NULL,
    created_at   timestamptz NOT NULL,
    ends_at      timestamptz,
    last_used_at timestamptz
);
COMMENT ON COLUMN api_key.ends_at IS 'revoked, or rotated with an overlap until then';
