package io.steadfast.ledger.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WithheldTest {

    private static final MemberId ANNA = new MemberId(new UUID(1, 1));
    private static final WalletCode PROMISED = new WalletCode("promised");
    private static final WalletCode FREE = new WalletCode("free");
    private static final Instant NOW = Instant.parse("2027-03-14T10:00:00Z");
    private static final Instant LATER = Instant.parse("2028-03-14T00:00:00Z");
    private static final UUID UNTOLD = new UUID(0, 1);
    private static final UUID TOLD = new UUID(0, 2);
    private static final UUID NEVER = new UUID(0, 3);
    private static final Cause CAUSE = Cause.job("TEST");

    @Test
    void a_grant_is_posted_without_its_date_and_the_date_is_kept() {
        Withheld withheld = from(grant(PROMISED));
        assertThat(((Movement.Grant) withheld.posting().movements().get(0))
                        .dates()
                        .expiresAt())
                .isEmpty();
        assertThat(withheld.planned()).containsEntry(0, Optional.of(LATER));
    }

    @Test
    void what_is_promised_nothing_keeps_its_dates() {
        Withheld withheld = from(grant(FREE), redate(FREE, NEVER), giveBack(FREE), unlimit(FREE, NEVER));
        assertThat(withheld.posting().movements())
                .containsExactly(grant(FREE), redate(FREE, NEVER), giveBack(FREE), unlimit(FREE, NEVER));
        assertThat(withheld.planned()).isEmpty();
    }

    @Test
    void a_lot_whose_member_was_told_is_extended_in_the_books_and_another_in_the_plan() {
        assertThat(from(redate(PROMISED, TOLD)).planned()).isEmpty();
        Withheld withheld = from(redate(PROMISED, UNTOLD));
        assertThat(withheld.planned()).containsEntry(0, Optional.of(LATER));
        assertThat(((Movement.Redate) withheld.posting().movements().get(0)).expiresAt())
                .isEmpty();
    }

    @Test
    void a_lot_that_waits_for_its_notice_waits_on_though_its_wallet_promises_nothing_any_more() {
        Withheld withheld = from(redate(FREE, UNTOLD));
        assertThat(withheld.planned()).containsEntry(0, Optional.of(LATER));
        assertThat(((Movement.Redate) withheld.posting().movements().get(0)).expiresAt())
                .isEmpty();
        assertThat(from(redate(FREE, TOLD)).planned()).isEmpty();
    }

    @Test
    void a_lot_that_never_lapses_any_more_loses_its_plan_told_or_not() {
        assertThat(from(unlimit(PROMISED, UNTOLD), unlimit(PROMISED, TOLD), unlimit(FREE, TOLD))
                        .planned())
                .containsOnly(
                        Map.entry(0, Optional.empty()), Map.entry(1, Optional.empty()), Map.entry(2, Optional.empty()));
    }

    @Test
    void the_lots_that_get_another_date_are_known_beforehand() {
        Movement activation = new Movement.Redate(FREE, NEVER, Optional.of(LATER), Optional.empty(), CAUSE);
        assertThat(Withheld.redated(
                        Posting.of(ANNA, NOW, grant(FREE), redate(FREE, TOLD), unlimit(FREE, UNTOLD), activation)))
                .containsOnly(TOLD, UNTOLD);
    }

    @Test
    void a_deadline_is_kept_apart() {
        Withheld withheld = Withheld.from(
                new Posting(ANNA, NOW, List.of(), Map.of(PROMISED, LATER, FREE, LATER)),
                Set.of(PROMISED),
                WithheldTest::made);
        assertThat(withheld.posting().inactivityDeadlines()).containsOnlyKeys(FREE);
        assertThat(withheld.deadlines()).containsOnlyKeys(PROMISED);
    }

    /** No notice, no expiry: whatever is posted, nothing of a promised wallet gets a date by it. */
    @Test
    void no_posting_dates_what_waits_for_a_notice() {
        for (long seed = 1; seed <= 1_000; seed++) {
            Random random = new Random(seed);
            List<Movement> movements = new ArrayList<>();
            for (int i = random.nextInt(6); i >= 0; i--) {
                WalletCode wallet = random.nextBoolean() ? PROMISED : FREE;
                movements.add(
                        switch (random.nextInt(3)) {
                            case 0 -> grant(wallet);
                            case 1 -> redate(wallet, wallet.equals(PROMISED) ? UNTOLD : NEVER);
                            default -> giveBack(wallet);
                        });
            }
            Withheld withheld = from(movements.toArray(Movement[]::new));
            assertThat(withheld.posting().movements()).as("seed %d", seed).hasSameSizeAs(movements);
            assertThat(withheld.posting().movements())
                    .as("seed %d: %s", seed, movements)
                    .filteredOn(movement -> movement.wallet().equals(PROMISED))
                    .allMatch(movement -> date(movement).isEmpty());
            assertThat(withheld.posting().movements())
                    .as("seed %d: %s", seed, movements)
                    .filteredOn(movement -> movement.wallet().equals(FREE))
                    .allMatch(movement -> date(movement).isPresent());
        }
    }

    private static Optional<Instant> date(Movement movement) {
        if (movement instanceof Movement.Grant grant) {
            return grant.dates().expiresAt();
        }
        return movement instanceof Movement.Redate redate
                ? redate.expiresAt()
                : ((Movement.GiveBack) movement).policy().expiresAt();
    }

    private static Withheld from(Movement... movements) {
        return Withheld.from(Posting.of(ANNA, NOW, movements), Set.of(PROMISED), WithheldTest::made);
    }

    private static Withheld.Promise made(UUID lot) {
        return lot.equals(UNTOLD)
                ? Withheld.Promise.UNTOLD
                : lot.equals(TOLD) ? Withheld.Promise.TOLD : Withheld.Promise.NONE;
    }

    private static Movement unlimit(WalletCode wallet, UUID lot) {
        return new Movement.Unlimit(wallet, lot, CAUSE);
    }

    private static Movement grant(WalletCode wallet) {
        return Movement.Grant.accrual(wallet, 10, new LotDates(NOW, Optional.of(NOW), Optional.of(LATER)), CAUSE);
    }

    private static Movement redate(WalletCode wallet, UUID lot) {
        return new Movement.Redate(wallet, lot, Optional.empty(), Optional.of(LATER), CAUSE);
    }

    private static Movement giveBack(WalletCode wallet) {
        return new Movement.GiveBack(
                wallet, new UUID(9, 9), 5, ReturnPolicy.atLeastUntil(NOW.plus(Duration.ofDays(30))), CAUSE);
    }
}
