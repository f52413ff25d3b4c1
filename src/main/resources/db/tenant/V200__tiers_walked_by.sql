-- Who was walked up a ladder by an earlier version, and the earliest version by which anybody was.
CREATE INDEX tier_standing_walked ON tier_standing (program, tier_set, version);
