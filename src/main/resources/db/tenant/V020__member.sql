-- People and organisations. Personal fields stand here, in member_identity, member_key and member_note only, so that erasing
-- them is a matter of four tables.
CREATE TABLE member (
    member_id    uuid        NOT NULL PRIMARY KEY,
    version      bigint      NOT NULL,
    status       text        NOT NULL,
    kind         text        NOT NULL,
    employee     boolean     NOT NULL,
    name         text,
    birthday     date,
    locale       text,
    joined_at    timestamptz NOT NULL,
    home_store   text,
    attributes   text        NOT NULL,
    recorded_at  timestamptz NOT NULL,
    merged_into  uuid
);

-- What a member is recognised by. An identity belongs to one member while it hasn't ended.
CREATE TABLE member_identity (
    identity_id  uuid        NOT NULL PRIMARY KEY,
    member_id    uuid        NOT NULL,
    kind         text        NOT NULL,
    value        text        NOT NULL,
    added_at     timestamptz NOT NULL,
    ended_at     timestamptz
);

CREATE UNIQUE INDEX member_identity_active ON member_identity (kind, value) WHERE ended_at IS NULL;

CREATE INDEX member_identity_member ON member_identity (member_id);

-- What a search finds a member by, by prefix only: phone and card reversed, so that an ending is a prefix; names token by token.
CREATE TABLE member_key (
    kind       text COLLATE "C" NOT NULL,
    key        text COLLATE "C" NOT NULL,
    member_id  uuid             NOT NULL,
    CONSTRAINT member_key_key PRIMARY KEY (kind, key, member_id)
);

CREATE INDEX member_key_member ON member_key (member_id);

-- Who agreed to what, when and where; the latest of a purpose and channel stands.
CREATE TABLE consent (
    consent_id    uuid        NOT NULL PRIMARY KEY,
    member_id     uuid        NOT NULL,
    purpose       text        NOT NULL,
    channel       text        NOT NULL,
    granted       boolean     NOT NULL,
    given_at      timestamptz NOT NULL,
    source        text        NOT NULL,
    text_version  text        NOT NULL,
    evidence      text,
    recorded_at   timestamptz NOT NULL
);

COMMENT ON TABLE consent IS 'append-only';

CREATE INDEX consent_member ON consent (member_id, purpose, channel, given_at);

CREATE TABLE enrolment (
    enrolment_id  uuid        NOT NULL PRIMARY KEY,
    member_id     uuid        NOT NULL,
    program       text        NOT NULL,
    channel       text        NOT NULL,
    enrolled_at   timestamptz NOT NULL,
    left_at       timestamptz,
    recorded_at   timestamptz NOT NULL
);

CREATE UNIQUE INDEX enrolment_active ON enrolment (member_id, program) WHERE left_at IS NULL;

CREATE INDEX enrolment_member ON enrolment (member_id, enrolled_at);

CREATE INDEX enrolment_program ON enrolment (program, enrolled_at, member_id);

-- Which version of a program's terms a member accepted, and when.
CREATE TABLE terms_acceptance (
    acceptance_id  uuid        NOT NULL PRIMARY KEY,
    member_id      uuid        NOT NULL,
    program        text        NOT NULL,
    terms_version  text        NOT NULL,
    channel        text        NOT NULL,
    accepted_at    timestamptz NOT NULL,
    recorded_at    timestamptz NOT NULL
);

COMMENT ON TABLE terms_acceptance IS 'append-only';

CREATE INDEX terms_acceptance_member ON terms_acceptance (member_id, program, accepted_at);

CREATE TABLE member_note (
    note_id      uuid        NOT NULL PRIMARY KEY,
    member_id    uuid        NOT NULL,
    text         text        NOT NULL,
    actor_name   text        NOT NULL,
    recorded_at  timestamptz NOT NULL
);

CREATE INDEX member_note_member ON member_note (member_id, recorded_at);
