-- Activities that somebody looks at before their points can be used. The id is the activity's own; receipts, proofs and the
-- audit trail tell what was decided, this row says where it stands.
CREATE TABLE activity_review (
    review_id     uuid        NOT NULL PRIMARY KEY,
    member_id     uuid        NOT NULL,
    receipt_id    uuid        NOT NULL,
    doubts        jsonb       NOT NULL,
    state         text        NOT NULL,
    opened_at     timestamptz NOT NULL,
    decided_at    timestamptz,
    decided_by    text,
    reason        text,
    CONSTRAINT activity_review_decided CHECK ((state = 'WAITING') = (decided_at IS NULL))
) WITH (fillfactor = 80);

CREATE INDEX activity_review_waiting ON activity_review (review_id) WHERE state = 'WAITING';

CREATE INDEX activity_review_member ON activity_review (member_id, review_id);
