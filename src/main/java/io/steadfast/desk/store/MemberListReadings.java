package io.steadfast.desk.store;

import io.steadfast.desk.MemberFilter;
import io.steadfast.desk.MemberRow;
import io.steadfast.platform.persistence.Row;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The list of members, filtered, by the order of their ids: a page costs what it shows, however many there are. */
@ApplicationScoped
public class MemberListReadings {

    private static final String MEMBERS = """
            SELECT m.member_id, m.name, m.status, m.joined_at, s.last_activity_at,
                   coalesce((SELECT sum(a.active_points - a.debt_points) FROM account a
                              WHERE a.member_id = m.member_id), 0) AS points,
                   (SELECT i.value FROM member_identity i
                     WHERE i.member_id = m.member_id AND i.ended_at IS NULL AND i.kind IN ('EMAIL', 'PHONE')
                     ORDER BY i.kind LIMIT 1) AS contact
              FROM member m LEFT JOIN standing s ON s.member_id = m.member_id
             WHERE m.member_id < ? AND m.status <> 'ERASED'
               AND (?::text IS NULL OR m.status = ?)
               AND (?::text IS NULL OR m.home_store = ?)
               AND (?::text IS NULL OR jsonb_exists(m.attributes::jsonb -> ?, ?))
               AND (?::timestamptz IS NULL OR m.joined_at >= ?)
               AND (?::timestamptz IS NULL OR s.last_activity_at >= ?)
               AND (?::timestamptz IS NULL OR coalesce(s.last_activity_at, m.joined_at) < ?)
               AND (?::timestamptz IS NULL OR s.next_expiry_at < ?)
               AND (?::bigint IS NULL OR ? <= (SELECT sum(a.active_points - a.debt_points) FROM account a
                              WHERE a.member_id = m.member_id))
               AND (?::text IS NULL
                    OR EXISTS (SELECT 1 FROM tier_standing t
                                WHERE t.member_id = m.member_id AND t.program = ? AND t.tier_set = ? AND t.tier = ?)
                    OR (? AND EXISTS (SELECT 1 FROM enrolment e
                                WHERE e.member_id = m.member_id AND e.program = ? AND e.left_at IS NULL)
                          AND NOT EXISTS (SELECT 1 FROM tier_standing t
                                WHERE t.member_id = m.member_id AND t.program = ? AND t.tier_set = ?)))
             ORDER BY m.member_id DESC LIMIT ?
            """;

    @Inject
    private TenantStore store;

    /** Members before this one in the order of their ids who pass the filter, the newest first. */
    public List<MemberRow> members(UUID before, MemberFilter filter, int limit) {
        Optional<String> status = filter.status().map(Enum::name);
        Optional<String> program =
                filter.tier().map(tier -> tier.ref().program().value());
        Optional<String> set = filter.tier().map(tier -> tier.ref().set().value());
        Optional<String> tier = filter.tier().map(each -> each.tier().value());
        Optional<String> attribute = filter.tag().map(MemberFilter.Tag::attribute);
        boolean base = filter.tier()
                .filter(each -> each.place() == MemberFilter.InTier.Place.BASE)
                .isPresent();
        return store.sql(MEMBERS)
                .id(before)
                .text(status)
                .text(status)
                .text(filter.store())
                .text(filter.store())
                .text(attribute)
                .text(attribute)
                .text(filter.tag().map(MemberFilter.Tag::value))
                .instant(filter.joinedSince())
                .instant(filter.joinedSince())
                .instant(filter.activeSince())
                .instant(filter.activeSince())
                .instant(filter.quietSince())
                .instant(filter.quietSince())
                .instant(filter.lapsingBefore())
                .instant(filter.lapsingBefore())
                .number(filter.points())
                .number(filter.points())
                .text(program)
                .text(program)
                .text(set)
                .text(tier)
                .truth(base)
                .text(program)
                .text(program)
                .text(set)
                .number(limit)
                .all(MemberListReadings::row);
    }

    private static MemberRow row(Row row) throws SQLException {
        return new MemberRow(
                new MemberId(row.id("member_id")),
                row.optionalText("name"),
                row.text("status"),
                row.instant("joined_at"),
                row.number("points"),
                row.optionalText("contact"),
                row.optionalInstant("last_activity_at"));
    }
}
