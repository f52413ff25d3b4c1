-- Points brought along from another system, each once.
CREATE TABLE opening_balance (
    source        text        NOT NULL,
    reference     text        NOT NULL,
    entry_id      uuid        NOT NULL,
    content       text        NOT NULL,
    recorded_at   timestamptz NOT NULL,
    CONSTRAINT opening_balance_key PRIMARY KEY (source, reference)
);

COMMENT ON TABLE opening_balance IS 'append-only';
