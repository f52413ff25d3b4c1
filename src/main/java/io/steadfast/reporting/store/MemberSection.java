package io.steadfast.reporting.store;

import java.util.Locale;

/** A part of what is known of a member, with the statement that reads it: the member's id, once or twice, then how many rows. */
enum MemberSection {
    MEMBER("""
                SELECT member_id AS id, lower(status) AS status, lower(kind) AS kind, employee, name, birthday, locale,
                       joined_at AS "joinedAt", home_store AS "homeStore", attributes::json AS attributes
                  FROM member WHERE member_id = ? ORDER BY 1 LIMIT ?
                """),
    IDENTITIES("""
                SELECT lower(kind) AS kind, value, added_at AS "addedAt", ended_at AS "endedAt"
                  FROM member_identity WHERE member_id = ? ORDER BY added_at LIMIT ?
                """),
    CONSENTS("""
                SELECT c.purpose, c.channel, c.granted, c.given_at AS at, c.source, c.text_version AS "textVersion", e.evidence
                  FROM consent AS c LEFT JOIN consent_evidence AS e USING (consent_id)
                 WHERE c.member_id = ? ORDER BY c.given_at LIMIT ?
                """),
    PROGRAMS("""
                SELECT program, channel, enrolled_at AS "enrolledAt", left_at AS "leftAt"
                  FROM enrolment WHERE member_id = ? ORDER BY enrolled_at LIMIT ?
                """),
    TERMS("""
                SELECT program, terms_version AS "termsVersion", channel, accepted_at AS "acceptedAt"
                  FROM terms_acceptance WHERE member_id = ? ORDER BY accepted_at LIMIT ?
                """),
    NOTES("""
                SELECT text, recorded_at AS "at" FROM member_note WHERE member_id = ?
                UNION ALL
                SELECT n.note, e.recorded_at FROM entry_note AS n JOIN entry AS e USING (entry_id) WHERE n.member_id = ?
                 ORDER BY 2 LIMIT ?
                """),
    ENTRIES("""
                SELECT entry_id AS id, seq, wallet, lower(kind) AS kind, points, effective_at AS "effectiveAt",
                       posting_date AS "postingDate", origin_code AS program, origin_version AS version, rule, reason, source,
                       reference
                  FROM entry WHERE member_id = ? ORDER BY seq LIMIT ?
                """),
    ORDERS("""
                SELECT source, reference, occurred_at AS "occurredAt", lower(status) AS status, currency,
                       total_amount AS amount, content -> 'lines' AS lines
                  FROM purchase_order WHERE member_id = ? ORDER BY occurred_at LIMIT ?
                """),
    ACTIVITIES("""
                SELECT source, reference, type, occurred_at AS "occurredAt", content -> 'attributes' AS attributes
                  FROM activity WHERE member_id = ? ORDER BY occurred_at LIMIT ?
                """),
    TIERS("""
                SELECT program, tier_set AS set, tier, starts_at AS "from", ends_at AS until, reason
                  FROM manual_tier WHERE member_id = ? ORDER BY starts_at LIMIT ?
                """),
    VOUCHERS("""
                SELECT code, program, reward, lower(kind) AS kind, lower(state) AS state, currency, face, used, remaining,
                       issued_at AS "issuedAt", expires_at AS "expiresAt"
                  FROM voucher WHERE member_id = ? ORDER BY voucher_id LIMIT ?
                """);

    private final String framed;
    private final int members;

    MemberSection(String sql) {
        framed = "SELECT to_json(s)::text AS row FROM (" + sql + ") AS s";
        members = (int) sql.chars().filter(each -> each == '?').count() - 1;
    }

    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Each row as one JSON object. */
    String sql() {
        return framed;
    }

    /** How often the statement names the member. */
    int members() {
        return members;
    }
}
