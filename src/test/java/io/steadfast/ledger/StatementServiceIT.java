package io.steadfast.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.ledger.core.LotDates;
import io.steadfast.ledger.core.LotStatement;
import io.steadfast.ledger.core.MemberBalances;
import io.steadfast.ledger.core.StatementEntry;
import io.steadfast.ledger.core.StatementPage;
import io.steadfast.shared.MemberId;
import io.steadfast.support.ContainerTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StatementServiceIT extends ContainerTest {

    @Inject
    TenantBooks books;

    @Inject
    StatementService statement;

    @Test
    void balance_statement_and_lots_tell_the_same_story() throws Exception {
        books.inTenant(() -> {
            MemberId member = books.member();
            LotDates dates = LotDates.usableFrom(TenantBooks.NOW).until(TenantBooks.NOW.plus(Duration.ofDays(30)));
            books.post(member, TenantBooks.grant(40, dates), TenantBooks.grant(10));
            books.post(member, TenantBooks.spend(15));
            MemberBalances balances = statement.balances(member);
            assertThat(balances.wallets().get(0).spendable()).isEqualTo(35);
            assertThat(balances.expiring()).hasSize(1);
            assertThat(balances.expiring().get(0).points()).isEqualTo(25);
            List<StatementEntry> entries = statement.entries(page(member, Optional.empty()));
            assertThat(entries).extracting(StatementEntry::points).containsExactly(-15L, 10L, 40L);
            assertThat(statement.entry(entries.get(0).id())).contains(entries.get(0));
            List<StatementEntry> older = statement.entries(page(member, Optional.of(2L)));
            assertThat(older).extracting(StatementEntry::points).containsExactly(40L);
            StatementPage<UUID> all = new StatementPage<>(member, Optional.empty(), Optional.empty(), 10);
            assertThat(statement.lots(all))
                    .extracting(LotStatement::states)
                    .extracting(LotStatement.States::spent)
                    .containsExactly(0L, 15L);
            return member;
        });
    }

    private static StatementPage<Long> page(MemberId member, Optional<Long> after) {
        return new StatementPage<>(member, Optional.of(TenantBooks.POINTS), after, 10);
    }
}
