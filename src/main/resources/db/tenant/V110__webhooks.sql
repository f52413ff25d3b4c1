-- Events that nobody has looked at yet; a row goes when its event has become deliveries. Written with the event, so that
-- an event committed late, behind one with a higher seq, is never passed over.
CREATE TABLE outbox_pending (
    seq bigint NOT NULL PRIMARY KEY
);

CREATE TABLE webhook_endpoint (
    endpoint_id        uuid        NOT NULL PRIMARY KEY,
    url                text        NOT NULL,
    description        text        NOT NULL,
    event_types        text        NOT NULL,
    status             text        NOT NULL CHECK (status IN ('ACTIVE', 'PAUSED')),
    notice_channel     boolean     NOT NULL,
    secret             bytea       NOT NULL,
    former_secret      bytea,
    former_secret_ends timestamptz,
    created_at         timestamptz NOT NULL,
    version            bigint      NOT NULL
);
COMMENT ON COLUMN webhook_endpoint.event_types IS 'separated by commas; empty means every type';
COMMENT ON COLUMN webhook_endpoint.former_secret_ends IS 'real time; until then both secrets sign';

-- One event for one endpoint. lane orders: within a lane nothing is sent before what came earlier is delivered or given up.
CREATE TABLE webhook_delivery (
    delivery_id   uuid        NOT NULL PRIMARY KEY,
    endpoint_id   uuid        NOT NULL,
    event_id      uuid        NOT NULL,
    seq           bigint      NOT NULL,
    lane          uuid        NOT NULL,
    type          text        NOT NULL,
    status        text        NOT NULL CHECK (status IN ('PENDING', 'DELIVERED', 'DEAD')),
    attempts      integer     NOT NULL,
    due_at        timestamptz NOT NULL,
    claimed_until timestamptz,
    body          text,
    created_at    timestamptz NOT NULL,
    CONSTRAINT webhook_delivery_once UNIQUE (endpoint_id, event_id)
);
COMMENT ON COLUMN webhook_delivery.lane IS 'the member, or all zeros for events of no member';
COMMENT ON COLUMN webhook_delivery.due_at IS 'the tenant''s clock';
COMMENT ON COLUMN webhook_delivery.claimed_until IS 'real time; nobody else sends it before';
COMMENT ON COLUMN webhook_delivery.body IS 'the bytes that are sent, made at the first attempt';
CREATE INDEX webhook_delivery_line ON webhook_delivery (endpoint_id, lane, seq) WHERE status = 'PENDING';
CREATE INDEX webhook_delivery_due ON webhook_delivery (due_at) WHERE status = 'PENDING';
CREATE INDEX webhook_delivery_log ON webhook_delivery (endpoint_id, delivery_id);

CREATE TABLE webhook_attempt (
    delivery_id uuid        NOT NULL,
    no          integer     NOT NULL,
    sent_at     timestamptz NOT NULL,
    millis      integer     NOT NULL,
    http_status integer,
    trouble     text,
    PRIMARY KEY (delivery_id, no)
);
COMMENT ON TABLE webhook_attempt IS 'append-only';
