-- A mass move of expiry dates: asked for with a preview, approved by somebody else, then run once.
CREATE TABLE extension (
    extension_id   uuid        NOT NULL PRIMARY KEY,
    state          text        NOT NULL CHECK (state IN ('REQUESTED', 'APPROVED', 'RUNNING', 'DONE', 'UNDONE')),
    wish           jsonb       NOT NULL,
    requested_by   text        NOT NULL,
    requester_name text        NOT NULL,
    requested_at   timestamptz NOT NULL,
    approved_by    text,
    approver_name  text,
    approved_at    timestamptz,
    finished_at    timestamptz
);

-- Every lot and every tier that was selected, with both its dates. A row is settled once.
CREATE TABLE extension_item (
    extension_id uuid        NOT NULL,
    item_id      uuid        NOT NULL,
    member_id    uuid        NOT NULL,
    lot_id       uuid,
    wallet       text,
    points       bigint      NOT NULL,
    tier_set     text,
    tier         text,
    former_end   timestamptz NOT NULL,
    new_end      timestamptz NOT NULL,
    outcome      text        CHECK (outcome IN ('EXTENDED', 'PASSED_OVER')),
    CONSTRAINT extension_item_key PRIMARY KEY (extension_id, item_id),
    CONSTRAINT extension_item_is_one CHECK ((lot_id IS NULL) <> (tier IS NULL)),
    CONSTRAINT extension_item_later CHECK (new_end > former_end)
);
COMMENT ON COLUMN extension_item.outcome IS 'PASSED_OVER: used up, lapsed or extended further by something else meanwhile';
CREATE INDEX extension_item_open ON extension_item (extension_id, member_id) WHERE outcome IS NULL;
