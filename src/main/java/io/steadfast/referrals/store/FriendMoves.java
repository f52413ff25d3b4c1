package io.steadfast.referrals.store;

import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Friends and codes that go to another member. */
@ApplicationScoped
public class FriendMoves {

    private static final String COUNT = """
            SELECT (SELECT count(*) FROM referral WHERE referrer_id = ?) + (SELECT count(*) FROM referral_code WHERE member_id = ?)
                   AS things
            """;
    private static final String EACH_OTHER = """
            SELECT count(*) AS referrals FROM referral
             WHERE (referrer_id, friend_id) IN ((?::uuid, ?::uuid), (?::uuid, ?::uuid))
            """;
    private static final String BROUGHT = "UPDATE referral SET referrer_id = ? WHERE referrer_id = ?";

    /** Where the survivor was brought into the program by somebody too, both stay as they are. */
    private static final String WAS_BROUGHT = """
            UPDATE referral r SET friend_id = ? WHERE r.friend_id = ?
               AND NOT EXISTS (SELECT 1 FROM referral o WHERE o.friend_id = ? AND o.program = r.program)
            """;

    private static final String CODES = """
            UPDATE referral_code c SET member_id = ? WHERE c.member_id = ?
               AND NOT EXISTS (SELECT 1 FROM referral_code o WHERE o.member_id = ? AND o.program = c.program)
            """;

    @Inject
    private TenantStore store;

    /** How many friends and codes a member has. */
    public long count(MemberId member) {
        return store.sql(COUNT)
                .id(member.value())
                .id(member.value())
                .one(row -> row.number("things"))
                .orElse(0L);
    }

    public boolean broughtEachOther(MemberId one, MemberId other) {
        return store.sql(EACH_OTHER)
                        .id(one.value())
                        .id(other.value())
                        .id(other.value())
                        .id(one.value())
                        .one(row -> row.number("referrals"))
                        .orElse(0L)
                > 0;
    }

    public void move(MemberId from, MemberId to) {
        store.sql(BROUGHT).id(to.value()).id(from.value()).run();
        store.sql(WAS_BROUGHT).id(to.value()).id(from.value()).id(to.value()).run();
        store.sql(CODES).id(to.value()).id(from.value()).id(to.value()).run();
    }
}
