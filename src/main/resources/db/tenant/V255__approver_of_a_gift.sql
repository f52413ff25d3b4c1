-- Who gave their word for a gift, so that their day has the room again when it is taken back.
ALTER TABLE counter_work ADD COLUMN approver_id text;
