package io.steadfast.vouchers.store;

import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** Vouchers that go to another holder with all that they have. */
@ApplicationScoped
public class VoucherMoves {

    private static final String OPEN = """
            SELECT count(*) AS vouchers FROM voucher
             WHERE member_id = ? AND state IN ('CREATED', 'ASSIGNED', 'ACTIVE', 'HELD', 'PARTLY_USED')
            """;
    private static final String HELD = """
            SELECT count(*) AS vouchers FROM voucher WHERE member_id = ? AND state = 'HELD' AND held_until > ?
            """;
    private static final String MOVE = "UPDATE voucher SET member_id = ? WHERE member_id = ?";

    @Inject
    private TenantStore store;

    /** How many can still be used. */
    public long open(MemberId member) {
        return store.sql(OPEN)
                .id(member.value())
                .one(row -> row.number("vouchers"))
                .orElse(0L);
    }

    /** Whether a checkout keeps one. */
    public boolean isAnyHeld(MemberId member, Instant now) {
        return store.sql(HELD)
                        .id(member.value())
                        .instant(now)
                        .one(row -> row.number("vouchers"))
                        .orElse(0L)
                > 0;
    }

    public void move(MemberId from, MemberId to) {
        store.sql(MOVE).id(to.value()).id(from.value()).run();
    }
}
