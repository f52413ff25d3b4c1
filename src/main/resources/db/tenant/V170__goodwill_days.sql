-- How much goodwill somebody has given on a day of the tenant's calendar: what is left of a day is counted under its row's lock.
CREATE TABLE goodwill_day (
    person_id   text     NOT NULL,
    day         date     NOT NULL,
    points      bigint   NOT NULL,
    CONSTRAINT goodwill_day_key PRIMARY KEY (person_id, day),
    CONSTRAINT goodwill_day_not_negative CHECK (points >= 0)
);
