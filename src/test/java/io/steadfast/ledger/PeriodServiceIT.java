package io.steadfast.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.ledger.core.Posting;
import io.steadfast.ledger.core.StatementEntry;
import io.steadfast.ledger.core.StatementPage;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.shared.MemberId;
import io.steadfast.support.ContainerTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PeriodServiceIT extends ContainerTest {

    @Inject
    TenantBooks books;

    @Inject
    LedgerService ledger;

    @Inject
    PeriodService periods;

    @Inject
    StatementService statement;

    @Test
    void what_comes_late_for_a_closed_month_is_posted_today_with_its_own_activity_date() throws Exception {
        books.inTenant(() -> {
            MemberId member = books.member();
            Instant february = Instant.parse("2026-02-10T12:00:00Z");
            earn(member, february);
            periods.close(YearMonth.of(2026, 2));
            earn(member, february);
            assertThat(statement.entries(new StatementPage<>(member, Optional.empty(), Optional.empty(), 10)))
                    .extracting(StatementEntry::postingDate)
                    .containsExactly(LocalDate.of(2026, 3, 15), LocalDate.of(2026, 2, 10));
            assertThat(statement.entries(new StatementPage<>(member, Optional.empty(), Optional.empty(), 10)))
                    .extracting(StatementEntry::effectiveAt)
                    .containsOnly(february);
            assertThatThrownBy(() -> periods.close(YearMonth.of(2026, 3)))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("PERIOD_NOT_OVER");
            return member;
        });
    }

    private void earn(MemberId member, Instant at) throws Exception {
        books.inTransaction(() -> {
            ledger.lockMember(member);
            return ledger.post(Posting.of(member, at, TenantBooks.grant(5)));
        });
    }
}
