package io.steadfast.ledger.store;

import io.steadfast.ledger.core.Books;
import io.steadfast.ledger.core.Cause;
import io.steadfast.ledger.core.EntryKind;
import io.steadfast.ledger.core.Hold;
import io.steadfast.ledger.core.HoldState;
import io.steadfast.ledger.core.LedgerRefused;
import io.steadfast.ledger.core.Movement;
import io.steadfast.ledger.core.Plan;
import io.steadfast.ledger.core.Posted;
import io.steadfast.ledger.core.Posting;
import io.steadfast.ledger.core.PostingPlanner;
import io.steadfast.platform.persistence.Ids;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Posting over a connection: read what is touched, plan, write. */
public final class MemberBooks {

    private final Connection connection;
    private final Instant now;
    private final ZoneId zone;

    /**
     * @param now the tenant's business instant
     * @param zone of the tenant's accounting months
     */
    public MemberBooks(Connection connection, Instant now, ZoneId zone) {
        this.connection = connection;
        this.now = now.truncatedTo(ChronoUnit.MICROS);
        this.zone = zone;
    }

    /**
     * Posts under the member's lock. One round trip where it only grants, two where it names lots or uses points, three
     * where it uses many.
     *
     * @throws LedgerRefused when the books can't take it; nothing is written then
     */
    public Posted post(HeldMember held, Posting posting) throws SQLException {
        releaseOverdue(held);
        return postNow(held, posting);
    }

    /** As {@link #post}, but of the posting itself nothing is written. */
    public Posted plan(HeldMember held, Posting posting) throws SQLException {
        releaseOverdue(held);
        Plan plan = PostingPlanner.plan(BooksReader.read(connection, held, posting, now), posting, Ids::next);
        return new Posted(plan.primaryEntries(), plan.consequences(), held.balances());
    }

    /** What a timed-out hold kept is the member's again by the clock; here the books learn it. */
    void releaseOverdue(HeldMember held) throws SQLException {
        List<Hold> overdue = held.overdue();
        held.overdue(List.of());
        for (Hold hold : overdue) {
            timeOut(held, hold);
        }
    }

    private void timeOut(HeldMember held, Hold hold) throws SQLException {
        Posted released = postNow(
                held,
                Posting.of(
                        held.member(),
                        hold.timesOutAt(),
                        new Movement.Settle(
                                hold.wallet(), hold.entry(), 0, EntryKind.REDEMPTION, Cause.job("HOLD_TIMEOUT"))));
        HoldStore.settle(
                connection,
                hold.settled(HoldState.TIMED_OUT, 0, released.entries().get(0).id()));
    }

    private Posted postNow(HeldMember held, Posting posting) throws SQLException {
        Books books = BooksReader.read(connection, held, posting, now);
        Plan plan = PostingPlanner.plan(books, posting, Ids::next);
        AccountLapses.write(connection, Map.of(held, plan));
        new PostingWriter(connection, now, zone).write(held, posting, plan);
        return new Posted(plan.primaryEntries(), plan.consequences(), held.balances());
    }
}
