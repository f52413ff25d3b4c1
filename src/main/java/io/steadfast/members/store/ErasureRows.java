package io.steadfast.members.store;

import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** Takes away whatever says who a member is. */
@Dependent
public class ErasureRows {

    private static final String MEMBER = """
            UPDATE member SET status = 'ERASED', name = NULL, birthday = NULL, birthday_changed_at = NULL, locale = NULL,
                              home_store = NULL, employee = false, attributes = '{}', erased_at = ?, version = version + 1
             WHERE member_id = ? AND status <> 'ERASED'
            """;
    private static final String ENROLMENTS =
            "UPDATE enrolment SET left_at = greatest(enrolled_at, ?) WHERE member_id = ? AND left_at IS NULL";
    private static final List<String> PERSONAL = List.of(
            "DELETE FROM member_identity WHERE member_id = ?",
            "DELETE FROM member_key WHERE member_id = ?",
            "DELETE FROM member_note WHERE member_id = ?",
            "DELETE FROM entry_note WHERE member_id = ?",
            "DELETE FROM consent_evidence WHERE member_id = ?");

    @Inject
    TenantStore store;

    /** False where there is no such member any more. */
    public boolean erase(MemberId member, Instant now) {
        store.em().flush();
        store.em().clear();
        if (changed(MEMBER, member, now) == 0) {
            return false;
        }
        changed(ENROLMENTS, member, now);
        for (String sql : PERSONAL) {
            store.sql(sql).id(member.value()).run();
        }
        return true;
    }

    private int changed(String sql, MemberId member, Instant now) {
        return store.sql(sql).instant(now).id(member.value()).run();
    }
}
