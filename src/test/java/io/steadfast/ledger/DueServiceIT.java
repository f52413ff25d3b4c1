package io.steadfast.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.ledger.core.LotDates;
import io.steadfast.ledger.core.Posting;
import io.steadfast.ledger.core.StatementEntry;
import io.steadfast.ledger.core.StatementPage;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.shared.MemberId;
import io.steadfast.support.ContainerTest;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    @Inject
    TenantStore store;

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
            assertThat(events()).containsExactly("points.activated 40", "points.expired 40");
            return member;
        });
    }

    @Test
    void what_a_posting_found_due_is_told_as_the_job_tells_it() throws Exception {
        books.inTenant(() -> {
            MemberId member = books.member();
            Instant lapsed = TenantBooks.NOW.minus(Duration.ofDays(1));
            books.inTransaction(() -> {
                books.ledger.lockMember(member);
                return books.ledger.post(new Posting(
                        member,
                        lapsed.minus(Duration.ofDays(30)),
                        List.of(TenantBooks.grant(7, LotDates.usableFrom(lapsed.minus(Duration.ofDays(30))))),
                        Map.of(TenantBooks.POINTS, lapsed)));
            });
            books.post(member, TenantBooks.grant(5));
            assertThat(events()).containsExactly("points.expired 7");
            return member;
        });
    }

    private List<String> events() throws Exception {
        return books.inTransaction(() -> {
            List<String> events = new ArrayList<>();
            try (PreparedStatement statement = store.connection()
                            .prepareStatement(
                                    "SELECT type || ' ' || (payload ->> 'points') FROM outbox_event ORDER BY seq");
                    ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    events.add(row.getString(1));
                }
            }
            return events;
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
