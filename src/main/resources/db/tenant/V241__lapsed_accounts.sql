-- When an account lapsed last. What a lot had given away by then comes back to it as to one whose date has passed.
ALTER TABLE account ADD COLUMN lapsed_at timestamptz;

COMMENT ON COLUMN account.lapsed_at IS 'the last inactivity deadline that has done its work';
