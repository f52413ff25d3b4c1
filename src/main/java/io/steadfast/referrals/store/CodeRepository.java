package io.steadfast.referrals.store;

import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Members' codes. */
@ApplicationScoped
public class CodeRepository {

    private static final String FIND = "SELECT code FROM referral_code WHERE member_id = ? AND program = ?";
    private static final String OWNER = """
            WITH RECURSIVE owner (member_id) AS (
                SELECT c.member_id FROM referral_code c WHERE c.code = ? AND c.program = ?
                UNION SELECT m.survivor_id FROM owner o JOIN member_merge m ON m.source_id = o.member_id)
            SELECT o.member_id FROM owner o
             WHERE NOT EXISTS (SELECT 1 FROM member_merge m WHERE m.source_id = o.member_id)
            """;
    private static final String ADD = """
            INSERT INTO referral_code (member_id, program, code, made_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
            """;

    @Inject
    private TenantStore store;

    public Optional<String> find(MemberId member, ProgramCode program) {
        return store.sql(FIND).id(member.value()).text(program.value()).one(row -> row.text("code"));
    }

    /** Whose code it is. */
    public Optional<MemberId> owner(ProgramCode program, String code) {
        return store.sql(OWNER).text(code).text(program.value()).one(row -> new MemberId(row.id("member_id")));
    }

    /** False where the member has one already, or the code is another's. */
    public boolean add(MemberId member, ProgramCode program, String code, Instant now) {
        return store.sql(ADD)
                        .id(member.value())
                        .text(program.value())
                        .text(code)
                        .instant(now)
                        .run()
                == 1;
    }
}
