package io.steadfast.tiers.store;

import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.programs.core.TierSetCode;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which tiers are to be looked at ahead of their end, and of which ends members were told. */
@Dependent
public class TierNoticeStore {

    private static final String NEXT_DUE = "SELECT min(notice_at) AS notice_at FROM tier_standing";
    private static final String DUE = """
            SELECT member_id, program, tier_set FROM tier_standing WHERE notice_at <= ?
             ORDER BY notice_at, member_id LIMIT ?
            """;
    private static final String LOOKED = """
            UPDATE tier_standing SET notice_at = NULL
             WHERE member_id = ? AND program = ? AND tier_set = ? AND notice_at <= ?
            """;
    private static final String TOLD = """
            UPDATE tier_standing SET notice_at = NULL, noticed_until = valid_until
             WHERE member_id = ? AND program = ? AND tier_set = ? AND notice_at <= ?
            """;

    @Inject
    TenantStore store;

    public Optional<Instant> nextDue() {
        return store.sql(NEXT_DUE).one(row -> row.optionalInstant("notice_at")).flatMap(due -> due);
    }

    /** Ladders of members that are to be looked at by an instant, the longest due first, at most {@code limit}. */
    public List<TierKey> due(Instant upTo, int limit) {
        return store.sql(DUE)
                .instant(upTo)
                .number(limit)
                .all(row -> new TierKey(
                        new MemberId(row.id("member_id")),
                        new TierSetRef(new ProgramCode(row.text("program")), new TierSetCode(row.text("tier_set")))));
    }

    /** The tier will stay; it is looked at again once something more counts or is returned. The member's lock is held. */
    public void looked(TierKey key, Instant upTo) {
        mark(LOOKED, key, upTo);
    }

    /**
     * The end is told of, once and for all. The member's lock is held.
     *
     * @return false where another node told of it meanwhile
     */
    public boolean told(TierKey key, Instant upTo) {
        return mark(TOLD, key, upTo) == 1;
    }

    private int mark(String sql, TierKey key, Instant upTo) {
        return store.sql(sql)
                .id(key.member().value())
                .text(key.set().program().value())
                .text(key.set().set().value())
                .instant(upTo)
                .run();
    }
}
