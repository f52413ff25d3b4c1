package io.steadfast.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.ledger.core.LotDates;
import io.steadfast.ledger.core.StatementEntry;
import io.steadfast.ledger.core.StatementPage;
import io.steadfast.shared.MemberId;
import io.steadfast.support.ContainerTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DueServiceIT extends ContainerTest {

    @Inject
    TenantBooks books;

    @Inject
    DueService due;

    @Inject
    PointsDue pointsDue;

    @Inject
    StatementService statement;

    @Test
    void what_is_due_is_booked_once_and_dated_when_it_happened() throws Exception {
        books.inTenant(() -> {
            MemberId member = books.member();
            Instant activates = TenantBooks.NOW.plus(Duration.ofDays(14));
            Instant expires = TenantBooks.NOW.plus(Duration.ofDays(30));
            books.post(
                    member,
                    TenantBooks.grant(40, new LotDates(TenantBooks.NOW, Optional.of(activates), Optional.of(expires))));
            assertThat(pointsDue.nextDue()).contains(activates);
            pointsDue.runDue(activates);
            assertThat(pointsDue.nextDue()).contains(expires);
            pointsDue.runDue(expires.plus(Duration.ofDays(3)));
            pointsDue.runDue(expires.plus(Duration.ofDays(3)));
            assertThat(pointsDue.nextDue()).isEmpty();
            StatementPage<Long> all = new StatementPage<>(member, Optional.empty(), Optional.empty(), 10);
            assertThat(statement.entries(all))
                    .extracting(StatementEntry::effectiveAt)
                    .containsExactly(expires, activates, TenantBooks.NOW);
            return member;
        });
    }

    @Test
    void books_that_moved_are_sealed_once() throws Exception {
        books.inTenant(() -> {
            books.post(books.member(), TenantBooks.grant(1));
            assertThat(due.seal()).isPresent();
            assertThat(due.seal()).isEmpty();
            assertThat(due.violations()).isEmpty();
            assertThat(due.firstTampered()).isEmpty();
            return due;
        });
    }
}
