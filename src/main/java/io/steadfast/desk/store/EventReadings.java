package io.steadfast.desk.store;

import io.steadfast.desk.MemberEvent;
import io.steadfast.desk.MemberNote;
import io.steadfast.platform.persistence.BoundStatement;
import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.persistence.Row;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** A member's life beside the books, and what was written about them. */
@ApplicationScoped
public class EventReadings {

    private static final String EVENTS = """
            SELECT kind, at, what, detail, amount, currency, reason, who FROM (
                SELECT 'ENROLLED' AS kind, enrolled_at AS at, program AS what, channel AS detail,
                       NULL::bigint AS amount, NULL::text AS currency, NULL::text AS reason, NULL::text AS who
                  FROM enrolment WHERE member_id = ?
                UNION ALL
                SELECT 'LEFT', left_at, program, NULL, NULL, NULL, NULL, NULL FROM enrolment
                 WHERE member_id = ? AND left_at IS NOT NULL
                UNION ALL
                SELECT 'TERMS_ACCEPTED', accepted_at, program, terms_version, NULL, NULL, NULL, NULL
                  FROM terms_acceptance WHERE member_id = ?
                UNION ALL
                SELECT CASE WHEN granted THEN 'CONSENT_GIVEN' ELSE 'CONSENT_WITHDRAWN' END, given_at, purpose, channel,
                       NULL, NULL, NULL, NULL FROM consent WHERE member_id = ?
                UNION ALL
                SELECT 'TIER', starts_at, tier, cause, NULL, NULL, NULL, NULL FROM tier_fact
                 WHERE member_id = ? AND cause <> 'SET_BY_STAFF'
                UNION ALL
                SELECT 'TIER_SET', m.recorded_at, m.tier, extract(epoch FROM m.ends_at)::bigint::text, NULL, NULL,
                       m.reason, p.name FROM manual_tier m LEFT JOIN person p ON p.id::text = m.actor_id
                 WHERE m.member_id = ?
                UNION ALL
                SELECT 'TIER_ENDED', e.ended_at, m.tier, NULL, NULL, NULL, nullif(e.reason, 'DUE'), p.name
                  FROM manual_tier m JOIN manual_tier_end e ON e.manual_id = m.manual_id
                  LEFT JOIN person p ON p.id::text = e.actor_id
                 WHERE m.member_id = ?
                UNION ALL
                SELECT 'ORDER', occurred_at, source, reference, total_amount, currency, NULL, NULL FROM purchase_order
                 WHERE member_id = ?
                UNION ALL
                SELECT 'ACTIVITY', occurred_at, type, source || ' / ' || reference, NULL, NULL, NULL, NULL
                  FROM activity WHERE member_id = ?
                UNION ALL
                SELECT 'KNOWN_BY', added_at, kind, NULL, NULL, NULL, NULL, NULL FROM member_identity
                 WHERE member_id = ?
                UNION ALL
                SELECT 'NO_LONGER_KNOWN_BY', ended_at, kind, NULL, NULL, NULL, NULL, NULL FROM member_identity
                 WHERE member_id = ? AND ended_at IS NOT NULL
                UNION ALL
                SELECT CASE a.action WHEN 'member.blocked' THEN 'BLOCKED' WHEN 'member.unblocked' THEN 'UNBLOCKED'
                                     WHEN 'member.merged' THEN 'MERGED'
                                     ELSE 'EXTENDED' END,
                       coalesce((a.after_json::jsonb ->> 'at')::timestamptz, a.recorded_at),
                       coalesce(a.after_json::jsonb ->> 'wallet', ''), a.after_json::jsonb ->> 'lastDay', NULL, NULL,
                       a.after_json::jsonb ->> 'reason', a.actor_name
                  FROM audit a WHERE a.object_kind = 'member' AND a.object_id = ?
                   AND a.action IN ('member.blocked', 'member.unblocked', 'member.merged', 'points.extended')
            ) AS life ORDER BY at DESC, kind, what LIMIT ? OFFSET ?
            """;
    private static final int PARTS = 11;
    private static final String NOTES = """
            SELECT text, actor_name, audience, recorded_at FROM member_note
             WHERE member_id = ? AND audience = ANY (?) ORDER BY recorded_at DESC, note_id DESC LIMIT ?
            """;
    private static final String ADD_NOTE = "INSERT INTO member_note"
            + " (note_id, member_id, text, actor_name, audience, recorded_at) VALUES (?, ?, ?, ?, ?, ?)";

    @Inject
    private TenantStore store;

    /** The latest first, without so many of the latest. */
    public List<MemberEvent> events(MemberId member, int skipped, int limit) {
        BoundStatement statement = store.sql(EVENTS);
        for (int part = 0; part < PARTS; part++) {
            statement.id(member.value());
        }
        return statement.text(member.toString()).number(limit).number(skipped).all(EventReadings::event);
    }

    private static MemberEvent event(Row row) throws SQLException {
        return new MemberEvent(
                MemberEvent.Kind.valueOf(row.text("kind")),
                row.instant("at"),
                row.text("what"),
                row.optionalText("detail"),
                row.optionalNumber("amount"),
                row.optionalText("currency"),
                new MemberEvent.Why(row.optionalText("reason"), row.optionalText("who")));
    }

    /** Notes for these readers, the latest first. */
    public List<MemberNote> notes(MemberId member, Collection<MemberNote.Audience> readers, int limit) {
        return store.sql(NOTES)
                .id(member.value())
                .texts(readers)
                .number(limit)
                .all(row -> new MemberNote(
                        row.text("text"),
                        row.text("actor_name"),
                        MemberNote.Audience.valueOf(row.text("audience")),
                        row.instant("recorded_at")));
    }

    public void addNote(MemberId member, MemberNote note) {
        Instant at = note.at();
        store.sql(ADD_NOTE)
                .id(Ids.next())
                .id(member.value())
                .text(note.text())
                .text(note.author())
                .text(note.audience().name())
                .instant(at)
                .run();
    }
}
