-- Of very many that fall due at one instant, as all tiers do at a year's end, the next few are found without looking at the others.
DROP INDEX tier_standing_due;
CREATE INDEX tier_standing_due ON tier_standing (due_at, member_id) WHERE due_at IS NOT NULL;

DROP INDEX tier_standing_notice;
CREATE INDEX tier_standing_notice ON tier_standing (notice_at, member_id) WHERE notice_at IS NOT NULL;

DROP INDEX membership_standing_due;
CREATE INDEX membership_standing_due ON membership_standing (due_at, membership_id) WHERE due_at IS NOT NULL;

DROP INDEX referral_due;
CREATE INDEX referral_due ON referral (due_at, referral_id) WHERE due_at IS NOT NULL;

CREATE INDEX voucher_start ON voucher (active_from) WHERE state = 'ASSIGNED';
