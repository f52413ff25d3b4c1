-- What shows that somebody agreed may name them: it stands apart from the agreement, which is kept, and goes with the member.
CREATE TABLE consent_evidence (
    consent_id    uuid        NOT NULL PRIMARY KEY,
    member_id     uuid        NOT NULL,
    evidence      text        NOT NULL
);

CREATE INDEX consent_evidence_member ON consent_evidence (member_id);

INSERT INTO consent_evidence (consent_id, member_id, evidence)
SELECT consent_id, member_id, evidence FROM consent WHERE evidence IS NOT NULL;

UPDATE consent SET evidence = NULL WHERE evidence IS NOT NULL;

COMMENT ON COLUMN consent.evidence IS 'always empty: see consent_evidence';

ALTER TABLE member ADD COLUMN erased_at timestamptz;
