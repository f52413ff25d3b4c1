package io.steadfast.ledger.core;

import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Turns a posting into entries: pure, so that production, tests and a dry run decide alike. */
public final class PostingPlanner {

    private final PlanningDesk desk;
    private final DuePoints due;
    private final TakingRules taking;
    private final GivingRules giving;
    private final BlockingRules blocking;
    private final MergingRules merging;
    private final LateActivity late;

    private PostingPlanner(PlanningDesk desk) {
        this.desk = desk;
        this.due = new DuePoints(desk);
        this.taking = new TakingRules(desk, due);
        this.giving = new GivingRules(desk, due);
        this.blocking = new BlockingRules(desk, due);
        this.merging = new MergingRules(desk, taking);
        this.late = new LateActivity(desk, due);
    }

    /**
     * Plans a posting.
     *
     * @param ids where new entries get their ids, rising
     * @throws LedgerRefused when the books can't take it
     */
    public static Plan plan(Books books, Posting posting, Supplier<UUID> ids) {
        PlanningDesk desk = new PlanningDesk(books, posting, ids);
        PostingPlanner planner = new PostingPlanner(desk);
        planner.catchUp(posting);
        posting.movements().forEach(planner::carryOut);
        planner.late.end();
        return desk.plan();
    }

    /**
     * Posts what the clock has decided and nobody has posted yet in these wallets: an account's lapse, expiry and
     * activation in the order in which they happened, one entry of a kind for each instant. Gives nothing when done again at the same
     * instant.
     *
     * @param books with every lot of the wallets that is due, and every open lot of accounts that have lapsed
     */
    public static Plan catchUp(Books books, MemberId member, Set<WalletCode> wallets, Supplier<UUID> ids) {
        PlanningDesk desk = new PlanningDesk(books, Posting.of(member, books.now()), ids);
        DuePoints due = new DuePoints(desk);
        for (WalletCode wallet : wallets) {
            AccountFacts account = desk.account(wallet);
            due.catchUp(wallet, account.inactivityDeadline().filter(passed -> account.lapsedBy(books.now())));
        }
        return desk.plan();
    }

    /** What time has done comes before what is posted now, unless this is what kept the account alive. */
    private void catchUp(Posting posting) {
        Set<WalletCode> kept = posting.keptAlive().keySet();
        Set<WalletCode> wallets = new LinkedHashSet<>(kept);
        posting.movements().forEach(movement -> wallets.add(movement.wallet()));
        for (WalletCode wallet : wallets) {
            AccountFacts account = desk.account(wallet);
            Optional<Instant> deadline = account.inactivityDeadline().filter(passed -> lapses(posting, wallet, passed));
            boolean revived = deadline.isEmpty() && kept.contains(wallet) && late.revive(posting, wallet);
            if (deadline.isPresent()
                    || revived
                    || moves(posting, wallet, each -> account.comesBefore(each, desk.now()))) {
                due.catchUp(wallet, deadline);
            }
            late.note(posting, wallet);
        }
    }

    /** What lapsed before this activity stays lapsed, though the job that says so hasn't run. */
    private boolean lapses(Posting posting, WalletCode wallet, Instant deadline) {
        if (deadline.isAfter(desk.now())) {
            return false;
        }
        Instant until = posting.keptAlive().get(wallet);
        return until == null
                ? moves(posting, wallet, PostingPlanner::lapsesFirst)
                : LateActivity.tooLate(deadline, posting.effectiveAt(), until);
    }

    private static boolean lapsesFirst(Movement movement) {
        return movement instanceof Movement.Grant
                || movement instanceof Movement.Settle
                || movement instanceof Movement.GiveBack
                || movement instanceof Movement.TakeBack
                || movement instanceof Movement.Forfeit
                || movement instanceof Movement.HandOver
                || movement instanceof Movement.TakeOver
                || movement instanceof Movement.Redate redate
                        && redate.activatesAt().isPresent();
    }

    private static boolean moves(Posting posting, WalletCode wallet, Predicate<Movement> how) {
        return posting.movements().stream()
                .anyMatch(movement -> movement.wallet().equals(wallet) && how.test(movement));
    }

    private void carryOut(Movement movement) {
        if (movement instanceof Movement.Grant grant) {
            giving.grant(grant);
        } else if (movement instanceof Movement.Spend spend) {
            taking.spend(spend);
        } else if (movement instanceof Movement.Reserve reserve) {
            taking.reserve(reserve);
        } else if (movement instanceof Movement.Settle settle) {
            taking.settle(settle);
        } else if (movement instanceof Movement.TakeBack takeBack) {
            taking.takeBack(takeBack);
        } else if (movement instanceof Movement.GiveBack giveBack) {
            giving.giveBack(giveBack);
        } else if (movement instanceof Movement.Redate redate) {
            redate(redate);
        } else if (movement instanceof Movement.Unlimit unlimit) {
            unlimit(unlimit);
        } else if (movement instanceof Movement.Told told) {
            told(told);
        } else if (movement instanceof Movement.Block block) {
            blocking.block(block);
        } else if (movement instanceof Movement.Unblock unblock) {
            blocking.unblock(unblock);
        } else if (movement instanceof Movement.Forfeit forfeit) {
            due.forfeit(forfeit);
        } else if (movement instanceof Movement.HandOver handOver) {
            merging.handOver(handOver);
        } else if (movement instanceof Movement.TakeOver takeOver) {
            merging.takeOver(takeOver);
        } else {
            throw new IllegalArgumentException("Unknown movement " + movement);
        }
    }

    private void redate(Movement.Redate redate) {
        WorkingLot lot =
                redate.activatesAt().isPresent() ? unexpired(redate, redate.lot()) : living(redate, redate.lot());
        LotDates dates = lot.dates();
        if (dates.activatesAt().isPresent()) {
            redate.expiresAt().ifPresent(expiry -> requireLater(lot, expiry));
        }
        Draft draft = desk.draft(EntryKind.REDATING, redate.wallet(), redate.cause());
        draft.redate(
                lot,
                new LotDates(
                        dates.activityAt(),
                        redate.activatesAt().or(dates::activatesAt),
                        redate.expiresAt().or(dates::expiresAt)));
        desk.enter(draft);
        if (redate.activatesAt().isPresent()) {
            due.activate(redate.wallet(), List.of(lot), redate.cause());
        }
    }

    private void unlimit(Movement.Unlimit unlimit) {
        WorkingLot lot = living(unlimit, unlimit.lot());
        Draft draft = desk.draft(EntryKind.REDATING, unlimit.wallet(), unlimit.cause());
        draft.redate(lot, new LotDates(lot.dates().activityAt(), lot.dates().activatesAt(), Optional.empty()));
        desk.enter(draft);
    }

    private void told(Movement.Told told) {
        WorkingLot lot = living(told, told.lot());
        Draft draft = desk.draft(EntryKind.REDATING, told.wallet(), told.cause());
        LotDates dates = lot.dates();
        draft.redate(
                lot,
                new LotDates(
                        dates.activityAt(),
                        dates.activatesAt(),
                        Optional.of(dates.expiresAt().orElse(told.expiresAt()))));
        desk.enter(draft);
    }

    /** Where nothing is left, as where all has lapsed with the account, there is nothing to end later. */
    private WorkingLot living(Movement movement, UUID id) {
        WorkingLot lot = desk.lot(id, movement.wallet());
        boolean nothing = lot.pending() + lot.active() + lot.blocked() + lot.in(LotState.HELD) == 0;
        if (nothing || lot.dates().expiredBy(desk.now()) || desk.lapsed(lot)) {
            throw new LedgerRefused(LedgerRefusal.LOT_EXPIRED, Map.of("lot", id.toString()));
        }
        return lot;
    }

    private WorkingLot unexpired(Movement movement, UUID id) {
        WorkingLot lot = desk.lot(id, movement.wallet());
        if (lot.dates().expiredBy(desk.now())) {
            throw new LedgerRefused(LedgerRefusal.LOT_EXPIRED, Map.of("lot", id.toString()));
        }
        return lot;
    }

    private static void requireLater(WorkingLot lot, Instant expiry) {
        Optional<Instant> standing = lot.dates().expiresAt();
        if (standing.isEmpty() || expiry.isBefore(standing.get())) {
            throw new LedgerRefused(LedgerRefusal.EXTENSION_NOT_LATER, Map.of("lot", lot.id.toString()));
        }
    }
}
