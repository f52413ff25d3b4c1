-- Where members buy. A store that closes keeps its row: orders name it.
CREATE TABLE store (
    store         text        NOT NULL PRIMARY KEY,
    name          text        NOT NULL,
    brand         text,
    region        text,
    country       text,
    currency      text        NOT NULL,
    zone          text        NOT NULL,
    active_from   date,
    active_until  date,
    version       bigint      NOT NULL,
    recorded_at   timestamptz NOT NULL,
    changed_at    timestamptz NOT NULL
);

-- What is sold: as the tenant lists it, or as an order named it.
CREATE TABLE product (
    sku           text        NOT NULL PRIMARY KEY,
    name          text,
    category      text,
    brand         text,
    origin        text        NOT NULL CHECK (origin IN ('LISTED', 'LEARNED')),
    version       bigint      NOT NULL,
    recorded_at   timestamptz NOT NULL,
    changed_at    timestamptz NOT NULL
);

CREATE INDEX product_category ON product (category text_pattern_ops, sku);

CREATE INDEX product_brand ON product (brand, sku);

-- How far orders were read for products.
CREATE TABLE product_learning (
    one           boolean     NOT NULL PRIMARY KEY CHECK (one),
    receipt_id    uuid        NOT NULL
);

-- Attributes of members, lines and activities, as the tenant declared them.
CREATE TABLE attribute_definition (
    subject       text        NOT NULL CHECK (subject IN ('MEMBER', 'LINE', 'ACTIVITY')),
    name          text        NOT NULL,
    type          text        NOT NULL,
    choices       text[]      NOT NULL,
    personal      boolean     NOT NULL,
    writers       text[]      NOT NULL,
    version       bigint      NOT NULL,
    recorded_at   timestamptz NOT NULL,
    changed_at    timestamptz NOT NULL,
    CONSTRAINT attribute_definition_key PRIMARY KEY (subject, name)
);
