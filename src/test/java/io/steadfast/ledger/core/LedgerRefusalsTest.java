package io.steadfast.ledger.core;

import static io.steadfast.ledger.core.MemoryBooks.MEMBER;
import static io.steadfast.ledger.core.MemoryBooks.POINTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Nothing comes back that wasn't given, and nothing is given back that wasn't spent; a movement refused leaves the books alone. */
class LedgerRefusalsTest {

    private static final Instant NOW = Instant.parse("2027-03-14T10:00:00Z");
    private static final Cause CAUSE = Cause.job("TEST");

    private final MemoryBooks books = new MemoryBooks();

    private UUID post(Movement movement) {
        return books.post(Posting.of(MEMBER, NOW, movement), NOW)
                .primaryEntries()
                .get(0)
                .id();
    }

    private void refused(Movement movement, LedgerRefusal reason) {
        AccountChange before = books.sums();
        assertThatThrownBy(() -> post(movement))
                .isInstanceOfSatisfying(
                        LedgerRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
        assertThat(books.sums()).isEqualTo(before);
    }

    private UUID granted(long points) {
        return post(Movement.Grant.accrual(POINTS, points, LotDates.usableFrom(NOW), CAUSE));
    }

    @Test
    void no_more_is_taken_back_than_was_granted_in_however_many_steps() {
        UUID lot = granted(40);
        post(new Movement.TakeBack(POINTS, lot, 30, DeficitPolicy.DEBT, CAUSE));
        refused(
                new Movement.TakeBack(POINTS, lot, 11, DeficitPolicy.DEBT, CAUSE),
                LedgerRefusal.REVERSAL_EXCEEDS_GRANT);
        post(new Movement.TakeBack(POINTS, lot, 10, DeficitPolicy.DEBT, CAUSE));
    }

    @Test
    void no_more_is_given_back_than_was_spent_and_nothing_of_what_was_no_spend() {
        UUID lot = granted(40);
        UUID spend =
                post(new Movement.Spend(EntryKind.REDEMPTION, POINTS, 30, ConsumptionOrder.EARLIEST_EXPIRY, CAUSE));
        post(new Movement.GiveBack(POINTS, spend, 20, ReturnPolicy.keepOriginal(), CAUSE));
        refused(
                new Movement.GiveBack(POINTS, spend, 11, ReturnPolicy.keepOriginal(), CAUSE),
                LedgerRefusal.RETURN_EXCEEDS_SPEND);
        refused(
                new Movement.GiveBack(POINTS, lot, 1, ReturnPolicy.keepOriginal(), CAUSE),
                LedgerRefusal.ENTRY_NOT_A_SPEND);
    }
}
