-- When a birthday was last changed after it was first told of a member: a fresh change waits for the next birthday.
ALTER TABLE member ADD COLUMN birthday_changed_at timestamptz;

CREATE INDEX member_birthday ON member ((extract(month FROM birthday) * 100 + extract(day FROM birthday)))
 WHERE birthday IS NOT NULL;

-- A gift for a member's own day, once in the calendar year of that day. The vouchers are about gift_id.
CREATE TABLE date_gift (
    gift_id      uuid        NOT NULL,
    member_id    uuid        NOT NULL,
    program      text        NOT NULL,
    gift         text        NOT NULL,
    year         integer     NOT NULL,
    day          date        NOT NULL,
    recorded_at  timestamptz NOT NULL,
    CONSTRAINT date_gift_key PRIMARY KEY (member_id, program, gift, year)
);

COMMENT ON TABLE date_gift IS 'append-only';

-- Up to which day of its calendar a program's gifts were given. A projection.
CREATE TABLE date_gift_run (
    program      text        NOT NULL PRIMARY KEY,
    through      date        NOT NULL
);
