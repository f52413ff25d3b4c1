CREATE TABLE tenant (
    slug           text        PRIMARY KEY,
    name           text        NOT NULL,
    status         text        NOT NULL CHECK (status IN ('PROVISIONING', 'ACTIVE', 'SUSPENDED', 'DELETING')),
    schema_name    text        NOT NULL UNIQUE,
    role_name      text        NOT NULL UNIQUE,
    zone           text        NOT NULL,
    currency       text        NOT NULL,
    locale         text        NOT NULL,
    clock_now      timestamptz,
    schema_version text        NOT NULL,
    created_at     timestamptz NOT NULL
);
COMMENT ON COLUMN tenant.clock_now IS 'where a sandbox stands in time; null for a live tenant';
COMMENT ON COLUMN tenant.schema_version IS 'highest migration and their number, so that only schemas that lag are touched';

CREATE TABLE platform_key (
    id           uuid        PRIMARY KEY,
    name         text        NOT NULL,
    secret_hash  bytea       NOT NULL UNIQUE,
    created_at   timestamptz NOT NULL,
    last_used_at timestamptz,
    revoked_at   timestamptz
);
