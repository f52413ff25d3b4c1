package io.steadfast.ledger.core;

import static io.steadfast.ledger.core.MemoryBooks.MEMBER;
import static io.steadfast.ledger.core.MemoryBooks.POINTS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is left when a membership ends. */
class ForfeitTest {

    private static final Instant NOW = Instant.parse("2027-03-14T10:00:00Z");
    private static final Cause CAUSE = Cause.job("TEST");

    private final MemoryBooks books = new MemoryBooks();

    private UUID grant(long points, LotDates dates) {
        return post(Movement.Grant.accrual(POINTS, points, dates, CAUSE), NOW)
                .primaryEntries()
                .get(0)
                .id();
    }

    private Plan post(Movement movement, Instant at) {
        return books.post(Posting.of(MEMBER, at, movement), at);
    }

    private Plan forfeit(Instant at) {
        return post(new Movement.Forfeit(POINTS, CAUSE), at);
    }

    private LotDates pendingUntil(Instant instant) {
        return new LotDates(NOW, Optional.of(instant), Optional.empty());
    }

    @Test
    void pending_and_active_points_end_in_one_entry() {
        grant(40, LotDates.usableFrom(NOW));
        grant(30, pendingUntil(NOW.plus(Duration.ofDays(14))));
        assertThat(forfeit(NOW).entries()).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(EntryKind.FORFEIT);
            assertThat(entry.change()).isEqualTo(new AccountChange(-30, -40, 0, 0, 0));
        });
        assertThat(forfeit(NOW).entries()).as("a second time").isEmpty();
    }

    @Test
    void an_order_is_returned_afterwards_and_takes_nothing_twice() {
        UUID active = grant(40, LotDates.usableFrom(NOW));
        UUID pending = grant(30, pendingUntil(NOW.plus(Duration.ofDays(14))));
        forfeit(NOW);
        Instant later = NOW.plus(Duration.ofDays(2));
        post(new Movement.TakeBack(POINTS, pending, 10, DeficitPolicy.DEBT, CAUSE), later);
        post(new Movement.TakeBack(POINTS, pending, 20, DeficitPolicy.DEBT, CAUSE), later);
        post(new Movement.TakeBack(POINTS, active, 40, DeficitPolicy.DEBT, CAUSE), later);
        assertThat(books.sums()).isEqualTo(AccountChange.NONE);
        assertThat(books.lots().values())
                .allSatisfy(lot -> assertThat(lot.in(LotState.REVERSED))
                        .isEqualTo(lot.grant().lot().orElseThrow().granted()));
    }

    @Test
    void what_the_clock_decided_before_is_posted_as_it_was() {
        grant(40, new LotDates(NOW, Optional.of(NOW), Optional.of(NOW.plus(Duration.ofDays(1)))));
        grant(30, pendingUntil(NOW.plus(Duration.ofDays(1))));
        assertThat(forfeit(NOW.plus(Duration.ofDays(2))).entries())
                .extracting(EntryDraft::kind)
                .containsExactly(EntryKind.EXPIRY, EntryKind.ACTIVATION, EntryKind.FORFEIT);
    }
}
