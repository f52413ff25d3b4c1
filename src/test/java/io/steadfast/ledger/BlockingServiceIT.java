package io.steadfast.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.accrual.Shop;
import io.steadfast.ledger.core.Cause;
import io.steadfast.ledger.core.ConsumptionOrder;
import io.steadfast.ledger.core.EntryKind;
import io.steadfast.ledger.core.LotStatement;
import io.steadfast.ledger.core.Movement;
import io.steadfast.ledger.core.Posting;
import io.steadfast.ledger.core.ReturnPolicy;
import io.steadfast.ledger.core.StatementPage;
import io.steadfast.ledger.core.WalletBalance;
import io.steadfast.ledger.core.WalletTerms;
import io.steadfast.members.MergeService;
import io.steadfast.members.core.Merge;
import io.steadfast.members.core.MergeRefusal;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.security.Permission;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.WalletCode;
import io.steadfast.support.ContainerTest;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Points that staff keep from every use; the invariants are held after the class. */
class BlockingServiceIT extends ContainerTest {

    private static final String START = "2026-01-01T05:00:00Z";
    private static final String BOUGHT = "2026-03-14T15:00:00Z";
    private static final String REASON = "FRAUD_SUSPECTED";
    private static final WalletCode POINTS = new WalletCode("cdnow-points");
    private static final WalletTerms TERMS = new WalletTerms(
            POINTS,
            new ProgramCode("CDNOW"),
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
    private static final Cause CAUSE = Cause.of(new Cause.Authority("KEY", "till", "REDEMPTION"));

    @Inject
    Shop shop;

    @Inject
    BlockingService blocking;

    @Inject
    StatementService statements;

    @Inject
    LedgerService ledger;

    @Inject
    MergeService merges;

    @Inject
    ForfeitureService forfeiture;

    @Inject
    DueService due;

    @Inject
    HoldService holds;

    @Inject
    HoldTimeouts timeouts;

    @Inject
    CurrentActor currentActor;

    @Inject
    UserTransaction transaction;

    private ProgramCode program;
    private MemberId member;

    /** A member with lots of 40 and 60. */
    private void open() {
        shop.open(BOUGHT);
        program = shop.publish("CDNOW", START);
        member = shop.member("anna", START, program);
        shop.put(member, Shop.order("1", "2026-03-13T15:00:00Z", "USD", Shop.line("A", 1, 40_00)));
        shop.put(member, Shop.order("2", BOUGHT, "USD", Shop.line("A", 1, 60_00)));
    }

    private BlockingService.Wish wish(Optional<UUID> lot) {
        return new BlockingService.Wish(member, POINTS, lot, REASON, "Looked odd.");
    }

    private WalletBalance balance() {
        return shop.call(() -> statements.balances(member)).wallets().get(0);
    }

    private List<LotStatement> lots() {
        return shop.call(() -> statements.lots(new StatementPage<>(member, Optional.empty(), Optional.empty(), 10)));
    }

    private UUID lot(long granted) {
        return lots().stream()
                .filter(lot -> lot.granted() == granted)
                .map(LotStatement::id)
                .findFirst()
                .orElseThrow();
    }

    private void post(Movement movement) {
        shop.call(() -> {
            transaction.begin();
            try {
                ledger.lockMember(member);
                ledger.post(Posting.of(member, shop.now(), movement));
                transaction.commit();
            } catch (RuntimeException refused) {
                transaction.rollback();
                throw refused;
            }
            return movement;
        });
    }

    private void merge(MemberId survivor) {
        shop.call(() -> {
            transaction.begin();
            try {
                ledger.lockMember(survivor);
                ledger.merge(member, survivor, new Cause.Authority("JOB", "test", "test"));
                return member;
            } finally {
                transaction.rollback();
            }
        });
    }

    private static Movement.Spend spend(long points) {
        return new Movement.Spend(EntryKind.REDEMPTION, POINTS, points, ConsumptionOrder.EARLIEST_EXPIRY, CAUSE);
    }

    @Test
    void blocked_points_are_shown_and_not_spendable_until_they_are_free_again() {
        open();
        BlockingService.Done done = shop.call(() -> blocking.block(wish(Optional.of(lot(60)))));
        assertThat(done.points()).isEqualTo(60);
        assertThat(balance().spendable()).isEqualTo(40);
        assertThat(balance().blocked()).isEqualTo(60);
        assertThat(balance().held()).isZero();
        MemberId survivor = shop.member("bea", START, program);
        assertThat(shop.call(() -> merges.preview(new Merge(member, survivor, Merge.Tier.COUNTED)))
                        .refusals())
                .contains(MergeRefusal.MERGE_POINTS_BLOCKED);
        assertThatThrownBy(() -> merge(survivor)).hasMessageContaining("POINTS_BLOCKED");
        assertThat(lots())
                .filteredOn(lot -> lot.granted() == 60)
                .allMatch(lot -> lot.states().blocked() == 60);
        assertThatThrownBy(() -> post(spend(41))).hasMessageContaining("INSUFFICIENT_POINTS");
        post(spend(40));
        assertThatThrownBy(() -> shop.call(() -> blocking.block(wish(Optional.empty()))))
                .hasMessageContaining("NOTHING_TO_BLOCK");
        shop.call(() -> blocking.unblock(wish(Optional.empty())));
        assertThat(balance().spendable()).isEqualTo(60);
        assertThat(balance().blocked()).isZero();
        assertThatThrownBy(() -> shop.call(() -> blocking.unblock(wish(Optional.of(lot(60))))))
                .hasMessageContaining("NOTHING_BLOCKED");
        assertThat(shop.number("SELECT count(*) FROM entry_note")).isEqualTo(2);
    }

    @Test
    void all_lots_of_a_wallet_are_blocked_at_once_and_a_return_takes_from_the_blocked_one_first() {
        open();
        BlockingService.Done done = shop.call(() -> blocking.block(wish(Optional.empty())));
        assertThat(done.lots()).isEqualTo(2);
        assertThat(done.points()).isEqualTo(100);
        assertThat(balance().spendable()).isZero();
        shop.giveBack(Shop.order("2", BOUGHT, "USD", Shop.line("A", 1, 60_00)), Shop.goods("r", BOUGHT, "A", 1));
        assertThat(balance().blocked()).isEqualTo(40);
        assertThat(balance().debt()).isZero();
        shop.call(() -> blocking.unblock(wish(Optional.empty())));
        assertThat(balance().spendable()).isEqualTo(40);
    }

    @Test
    void blocked_points_lapse_by_their_date_whether_or_not_the_job_has_run() {
        open();
        shop.call(() -> blocking.block(wish(Optional.empty())));
        shop.at("2027-03-14T12:00:00Z");
        assertThat(balance().blocked())
                .as("the older lot has lapsed by the clock")
                .isEqualTo(60);
        assertThatThrownBy(() -> shop.call(() -> blocking.unblock(wish(Optional.of(lot(40))))))
                .hasMessageContaining("LOT_EXPIRED");
        assertThat(shop.call(() -> due.bookDueLots(shop.now()))).isTrue();
        assertThat(balance().blocked()).isEqualTo(60);
        assertThat(lots())
                .filteredOn(lot -> lot.granted() == 40)
                .allMatch(lot -> lot.states().expired() == 40);
        assertThat(shop.call(() -> due.bookDueLots(shop.now()))).isFalse();
    }

    @Test
    void points_used_before_that_come_back_to_a_blocked_lot_are_blocked_too() {
        open();
        post(spend(10));
        shop.call(() -> blocking.block(wish(Optional.of(lot(40)))));
        UUID spent = UUID.fromString(shop.text("SELECT entry_id FROM entry WHERE kind = 'REDEMPTION'"));
        post(new Movement.GiveBack(POINTS, spent, 10, ReturnPolicy.keepOriginal(), CAUSE));
        assertThat(balance().blocked()).isEqualTo(40);
        assertThat(balance().spendable()).isEqualTo(60);
    }

    @Test
    void what_a_hold_frees_in_a_blocked_lot_is_blocked_with_it() {
        open();
        shop.call(() -> holds.hold(new HoldService.HoldWish(
                "basket", member, TERMS, 10, Duration.ofHours(1), Optional.empty(), Optional.empty())));
        shop.call(() -> blocking.block(wish(Optional.of(lot(40)))));
        assertThat(balance().blocked()).isEqualTo(30);
        shop.at("2026-03-14T16:00:00Z");
        assertThat(balance().blocked()).as("by the clock").isEqualTo(40);
        assertThat(balance().spendable()).isEqualTo(60);
        shop.call(() -> {
            timeouts.runDue(shop.now());
            return member;
        });
        assertThat(balance().blocked()).as("by the books").isEqualTo(40);
        assertThat(balance().spendable()).isEqualTo(60);
        assertThat(balance().held()).isZero();
    }

    @Test
    void what_a_member_leaves_behind_is_forfeited_blocked_or_not() {
        open();
        shop.call(() -> blocking.block(wish(Optional.of(lot(60)))));
        shop.call(() -> {
            transaction.begin();
            forfeiture.forfeit(member);
            transaction.commit();
            return member;
        });
        assertThat(balance().spendable()).isZero();
        assertThat(balance().blocked()).isZero();
        assertThat(shop.number("SELECT count(*) FROM open_lot")).isZero();
    }

    @Test
    void who_may_not_adjust_points_may_not_block_them() {
        open();
        Actor clerk = new Actor(
                Actor.Kind.PERSON,
                UUID.randomUUID().toString(),
                "Pat",
                Set.of(Permission.STORE_SERVE),
                Set.of(),
                Set.of());
        assertThatThrownBy(() -> shop.call(
                        () -> currentActor.call(clerk, "local", () -> blocking.block(wish(Optional.empty())))))
                .hasMessageContaining("NOT_PERMITTED");
        assertThat(balance().blocked()).isZero();
    }
}
