package io.steadfast.reporting.store;

import io.steadfast.platform.persistence.BoundStatement;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.reporting.MemberSection;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Everything that is known of one member, table by table, without what only machines need. */
@Dependent
public class MemberReadings {

    private static final String KNOWN = "SELECT 1 AS known FROM member WHERE member_id = ? AND status <> 'ERASED'";
    private static final String SAME = """
            WITH RECURSIVE same (member_id) AS (
                SELECT ?::uuid UNION SELECT m.source_id FROM member_merge m JOIN same s ON m.survivor_id = s.member_id)
            SELECT member_id FROM same
            """;
    private static final Map<MemberSection, String> STATEMENTS = statements();

    @Inject
    TenantStore store;

    private static Map<MemberSection, String> statements() {
        Map<MemberSection, String> all = new EnumMap<>(MemberSection.class);
        for (MemberSection section : MemberSection.values()) {
            String ofAll = MemberSql.of(section).replace("_id = ?", "_id = ANY (?)");
            all.put(section, "SELECT to_json(s)::text AS row FROM (" + ofAll + ") AS s");
        }
        return all;
    }

    /** Whether there is such a member, and still is. */
    public boolean isKnown(MemberId member) {
        return store.sql(KNOWN)
                .id(member.value())
                .one(row -> row.number("known"))
                .isPresent();
    }

    /** The member and those who were merged into them: one person. */
    private List<UUID> same(MemberId member) {
        return store.sql(SAME).id(member.value()).all(row -> row.id("member_id"));
    }

    /** Rows of a section as JSON objects, so many after the first ones. */
    public List<String> rows(MemberSection section, MemberId member, long after, int most) {
        String sql = Objects.requireNonNull(STATEMENTS.get(section));
        BoundStatement statement = store.sql(sql);
        long members = sql.chars().filter(each -> each == '?').count() - 2;
        List<UUID> same = same(member);
        for (long at = 0; at < members; at++) {
            statement.ids(same);
        }
        return statement.number(most).number(after).all(row -> row.text("row"));
    }
}
