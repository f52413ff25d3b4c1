package io.steadfast.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.ledger.core.ConsumptionOrder;
import io.steadfast.ledger.core.Hold;
import io.steadfast.ledger.core.HoldState;
import io.steadfast.ledger.core.LotDates;
import io.steadfast.ledger.core.WalletTerms;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.ContainerTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HoldServiceIT extends ContainerTest {

    private static final WalletTerms WALLET = new WalletTerms(
            TenantBooks.POINTS,
            new ProgramCode("club"),
            "points",
            0,
            WalletTerms.Use.REWARD,
            ZoneOffset.UTC,
            ConsumptionOrder.EARLIEST_EXPIRY,
            Duration.ofHours(24),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    @Inject
    TenantBooks books;

    @Inject
    HoldService holds;

    @Inject
    HoldTimeouts timeouts;

    @Inject
    PointsDue pointsDue;

    @Inject
    StatementService statement;

    @Test
    void a_lot_that_expires_while_held_can_still_be_used_and_what_isnt_used_expires() throws Exception {
        books.inTenant(() -> {
            MemberId member = books.member();
            LotDates soon = LotDates.usableFrom(TenantBooks.NOW).until(TenantBooks.NOW.plus(Duration.ofHours(1)));
            books.post(member, TenantBooks.grant(50, soon));
            Hold hold = holds.hold(new HoldService.HoldWish(
                    "basket", member, WALLET, 40, Duration.ofHours(20), Optional.empty(), Optional.empty()));
            pointsDue.runDue(TenantBooks.NOW.plus(Duration.ofHours(2)));
            assertThat(statement.balances(member).wallets().get(0).held()).isEqualTo(40);
            assertThat(holds.commit(hold.id(), 30, Optional.empty()).state()).isEqualTo(HoldState.COMMITTED);
            pointsDue.runDue(TenantBooks.NOW.plus(Duration.ofHours(2)));
            assertThat(statement.balances(member).wallets().get(0).spendable()).isZero();
            assertThat(pointsDue.nextDue()).isEmpty();
            return member;
        });
    }

    @Test
    void overdue_holds_are_released_by_the_job_once() throws Exception {
        books.inTenant(() -> {
            MemberId member = books.member();
            books.post(member, TenantBooks.grant(50));
            holds.hold(new HoldService.HoldWish(
                    "late", member, WALLET, 40, Duration.ofHours(1), Optional.empty(), Optional.empty()));
            assertThat(timeouts.nextDue()).contains(TenantBooks.NOW.plus(Duration.ofHours(1)));
            timeouts.runDue(TenantBooks.NOW.plus(Duration.ofHours(1)));
            timeouts.runDue(TenantBooks.NOW.plus(Duration.ofHours(1)));
            assertThat(timeouts.nextDue()).isEmpty();
            assertThat(statement.balances(member).wallets().get(0).spendable()).isEqualTo(50);
            return member;
        });
    }
}
