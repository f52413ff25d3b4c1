package io.steadfast.desk;

import io.steadfast.desk.store.DeskReadings;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.shared.MemberId;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The books of one member as staff read them, and the list of members. Reads only. */
@Stateless
public class DeskService {
    private static final int MOST = 200;
    private static final UUID AFTER_ALL = new UUID(-1L, -1L);

    @Inject
    private DeskReadings readings;

    @Inject
    private TenantClock clock;

    /** One for each wallet the member ever had points in. */
    public List<Holding> holdings(MemberId member) {
        return readings.holdings(member, clock.now());
    }

    /** The last entries, the newest first; at most {@value #MOST}. */
    public List<StatementLine> statement(MemberId member, int limit) {
        return readings.statement(member, Math.min(limit, MOST));
    }

    /** What isn't used up, what lapses first before the rest; at most {@value #MOST}. */
    public List<OpenLot> lots(MemberId member) {
        return readings.lots(member, clock.now(), MOST);
    }

    /** The members who came before the one given, or the newest; at most so many and never more than {@value #MOST}. */
    public MemberPage members(Optional<MemberId> before, int limit) {
        int most = Math.min(limit, MOST);
        List<MemberRow> rows = readings.members(before.map(MemberId::value).orElse(AFTER_ALL), most + 1);
        return rows.size() > most
                ? new MemberPage(
                        rows.subList(0, most), Optional.of(rows.get(most - 1).id()))
                : new MemberPage(rows, Optional.empty());
    }
}
