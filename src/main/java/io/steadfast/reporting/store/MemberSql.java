package io.steadfast.reporting.store;

import io.steadfast.reporting.MemberSection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * How each section is read: the member's id, once or more (with the ids of those who were merged into them), then how many rows and how many before them. Whoever served the
 * member or brought them is a person or member too, and isn't named.
 */
final class MemberSql {

    private static final Map<MemberSection, String> ALL = new EnumMap<>(MemberSection.class);

    static {
        who();
        books();
        standings();
        gifts();
    }

    private MemberSql() {}

    static String of(MemberSection section) {
        return Objects.requireNonNull(ALL.get(section));
    }

    private static void who() {
        ALL.put(MemberSection.MEMBER, """
                SELECT member_id AS id, lower(status) AS status, lower(kind) AS kind, employee, name, birthday, locale,
                       joined_at AS "joinedAt", home_store AS "homeStore", attributes::json AS attributes
                  FROM member WHERE member_id = ? ORDER BY member_id LIMIT ? OFFSET ?
                """);
        ALL.put(MemberSection.IDENTITIES, """
                SELECT lower(kind) AS kind, value, added_at AS "addedAt", ended_at AS "endedAt"
                  FROM member_identity WHERE member_id = ? ORDER BY added_at, identity_id LIMIT ? OFFSET ?
                """);
        ALL.put(MemberSection.CONSENTS, """
                SELECT c.purpose, c.channel, c.granted, c.given_at AS at, c.source, c.text_version AS "textVersion", e.evidence
                  FROM consent AS c LEFT JOIN consent_evidence AS e USING (consent_id)
                 WHERE c.member_id = ? ORDER BY c.given_at, consent_id LIMIT ? OFFSET ?
                """);
        ALL.put(MemberSection.PROGRAMS, """
                SELECT program, channel, enrolled_at AS "enrolledAt", left_at AS "leftAt"
                  FROM enrolment WHERE member_id = ? ORDER BY enrolled_at, enrolment_id LIMIT ? OFFSET ?
                """);
        ALL.put(MemberSection.TERMS, """
                SELECT program, terms_version AS "termsVersion", channel, accepted_at AS "acceptedAt"
                  FROM terms_acceptance WHERE member_id = ? ORDER BY accepted_at, acceptance_id LIMIT ? OFFSET ?
                """);
        ALL.put(MemberSection.NOTES, """
                SELECT text, recorded_at AS "at" FROM member_note WHERE member_id = ?
                UNION ALL
                SELECT n.note, e.recorded_at FROM entry_note AS n JOIN entry AS e USING (entry_id) WHERE n.member_id = ?
                 ORDER BY 2, 1 LIMIT ? OFFSET ?
                """);
        ALL.put(MemberSection.NOTICES, """
                SELECT wallet, until, sent_at AS "sentAt", lower(channel) AS channel
                  FROM notice WHERE member_id = ? ORDER BY sent_at, notice_id LIMIT ? OFFSET ?
                """);
        ALL.put(MemberSection.SERVED, """
                SELECT lower(kind) AS kind, store, source, reference, points, amount, currency, recorded_at AS at
                  FROM counter_work WHERE member_id = ? ORDER BY recorded_at, work_id LIMIT ? OFFSET ?
                """);
    }

    private static void books() {
        ALL.put(MemberSection.ENTRIES, """
                SELECT entry_id AS id, seq, wallet, lower(kind) AS kind, points, effective_at AS "effectiveAt",
                       posting_date AS "postingDate", origin_code AS program, origin_version AS version, rule, reason, source,
                       reference
                  FROM entry WHERE member_id = ? ORDER BY member_id, seq LIMIT ? OFFSET ?
                """);
        ALL.put(MemberSection.LOTS, """
                SELECT lot_id AS id, wallet, pending_points AS pending, active_points AS active, held_points AS held,
                       activates_at AS "activatesAt", NULLIF(expires_at, 'infinity') AS "expiresAt"
                  FROM open_lot WHERE member_id = ? ORDER BY lot_id LIMIT ? OFFSET ?
                """);
        // Which rows first: the lines of all orders would be read for each page otherwise.
        ALL.put(MemberSection.ORDERS, """
                SELECT source, reference, occurred_at AS "occurredAt", lower(status) AS status, currency,
                       total_amount AS amount, content -> 'lines' AS lines
                  FROM purchase_order
                  JOIN (SELECT order_id FROM purchase_order WHERE member_id = ?
                         ORDER BY occurred_at, order_id LIMIT ? OFFSET ?) AS page USING (order_id)
                 ORDER BY occurred_at, order_id
                """);
        ALL.put(MemberSection.ACTIVITIES, """
                SELECT source, reference, type, occurred_at AS "occurredAt", content -> 'attributes' AS attributes
                  FROM activity
                  JOIN (SELECT activity_id FROM activity WHERE member_id = ?
                         ORDER BY occurred_at, activity_id LIMIT ? OFFSET ?) AS page USING (activity_id)
                 ORDER BY occurred_at, activity_id
                """);
        ALL.put(MemberSection.REVIEWS, """
                SELECT lower(state) AS state, opened_at AS "openedAt", decided_at AS "decidedAt", reason, doubts
                  FROM activity_review WHERE member_id = ? ORDER BY review_id LIMIT ? OFFSET ?
                """);
    }

    private static void standings() {
        ALL.put(MemberSection.EARNED_TIERS, """
                SELECT program, tier_set AS set, tier, starts_at AS "from", lower(cause) AS cause, valid_until AS "validUntil"
                  FROM tier_fact WHERE member_id = ? ORDER BY member_id, program, tier_set, seq LIMIT ? OFFSET ?
                """);
        ALL.put(MemberSection.TIERS, """
                SELECT m.program, m.tier_set AS set, m.tier, m.starts_at AS "from",
                       coalesce(e.ended_at, m.ends_at) AS until, m.reason, e.reason AS "endReason"
                  FROM manual_tier AS m LEFT JOIN manual_tier_end AS e USING (manual_id)
                 WHERE m.member_id = ? ORDER BY m.starts_at, manual_id LIMIT ? OFFSET ?
                """);
        ALL.put(MemberSection.MEMBERSHIPS, """
                SELECT m.program, m.plan, m.price, m.currency, m.started_at AS "startedAt", lower(s.state) AS state,
                       s.covered_until AS "coveredUntil"
                  FROM membership AS m LEFT JOIN membership_standing AS s USING (membership_id)
                 WHERE m.member_id = ? ORDER BY m.started_at, membership_id LIMIT ? OFFSET ?
                """);
        ALL.put(MemberSection.PAYMENTS, """
                SELECT m.program, m.plan, lower(f.kind) AS kind, f.reference, f.at, f.amount, m.currency
                  FROM membership AS m JOIN membership_fact AS f USING (membership_id)
                 WHERE m.member_id = ? ORDER BY f.at, membership_id, f.kind, f.reference LIMIT ? OFFSET ?
                """);
        ALL.put(MemberSection.STAMPS, """
                SELECT program, card, day, change
                  FROM stamp_event WHERE member_id = ? ORDER BY day, event_id LIMIT ? OFFSET ?
                """);
    }

    private static void gifts() {
        ALL.put(MemberSection.REDEMPTIONS, """
                SELECT program, reward, quantity, wallet, points, money, lower(state) AS state, lower(cause) AS cause, store,
                       made_at AS "madeAt"
                  FROM redemption WHERE member_id = ? ORDER BY made_at, redemption_id LIMIT ? OFFSET ?
                """);
        ALL.put(MemberSection.VOUCHERS, """
                SELECT code, program, reward, lower(kind) AS kind, lower(state) AS state, currency, face, used, remaining,
                       issued_at AS "issuedAt", expires_at AS "expiresAt"
                  FROM voucher WHERE member_id = ? ORDER BY voucher_id LIMIT ? OFFSET ?
                """);
        ALL.put(MemberSection.DATE_GIFTS, """
                SELECT program, gift, day FROM date_gift WHERE member_id = ? ORDER BY day, gift_id LIMIT ? OFFSET ?
                """);
        ALL.put(MemberSection.CHARITIES, """
                SELECT program, charity, chosen_at AS "chosenAt"
                  FROM charity_choice WHERE member_id = ? ORDER BY chosen_at, choice_id LIMIT ? OFFSET ?
                """);
        ALL.put(MemberSection.DONATIONS, """
                SELECT program, charity, points, currency, amount, lower(state) AS state, source, reference,
                       occurred_at AS "occurredAt"
                  FROM donation WHERE member_id = ? ORDER BY occurred_at, donation_id LIMIT ? OFFSET ?
                """);
        ALL.put(MemberSection.FRIEND_CODES, """
                SELECT program, code, made_at AS "madeAt"
                  FROM referral_code WHERE member_id = ? ORDER BY made_at, program LIMIT ? OFFSET ?
                """);
        ALL.put(MemberSection.FRIENDS, """
                SELECT 'brought' AS role, program, joined_at AS "joinedAt", lower(state) AS state, referrer_points AS points
                  FROM referral WHERE referrer_id = ?
                UNION ALL
                SELECT 'friend', program, joined_at, lower(state), friend_points FROM referral WHERE friend_id = ?
                 ORDER BY 3, 1, 2 LIMIT ? OFFSET ?
                """);
    }
}
