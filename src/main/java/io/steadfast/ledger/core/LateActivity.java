package io.steadfast.ledger.core;

import io.steadfast.shared.WalletCode;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * An activity that happened before its account lapsed and is heard of after: it keeps the account alive as if it had been heard of
 * in time, whether or not the lapse is posted by now.
 */
final class LateActivity {

    private static final List<LotState> REVIVED = List.of(LotState.PENDING, LotState.ACTIVE, LotState.BLOCKED);

    private final PlanningDesk desk;
    private final DuePoints due;
    private final Map<WalletCode, Instant> over = new HashMap<>();

    LateActivity(PlanningDesk desk, DuePoints due) {
        this.desk = desk;
        this.due = due;
    }

    /** Whether the deadline has passed for an activity: it happened later, or keeps nothing alive beyond it. */
    static boolean tooLate(Instant deadline, Instant activity, Instant until) {
        return !deadline.isAfter(activity) || !until.isAfter(deadline);
    }

    /**
     * Gives back what lapsed with every lapse that this activity comes before, the last first: it can't outlive an earlier one without
     * the later.
     *
     * @return whether anything was given back
     */
    boolean revive(Posting posting, WalletCode wallet) {
        Instant until = Optional.ofNullable(posting.keptAlive().get(wallet)).orElseThrow();
        Optional<Instant> next = desk.deadline(wallet).filter(each -> each.isAfter(desk.now()));
        if (desk.deadline(wallet).isPresent() && next.isEmpty()) {
            desk.keepUntil(wallet, posting, next);
        }
        Set<UUID> revived = new HashSet<>();
        boolean any = false;
        for (AccountLapse lapse : desk.lapses(wallet)) {
            if (!lapse.undoneBy(posting.effectiveAt(), until)) {
                break;
            }
            desk.undo(wallet, lapse);
            desk.keepUntil(wallet, posting, next);
            revive(wallet, lapse, posting);
            revived.addAll(lapse.dates().keySet());
            any = true;
        }
        due.repay(wallet, inOrder(wallet, revived), cause(posting));
        return any;
    }

    /** Dated as the lapse was, so that nothing is the member's twice at any instant. */
    private void revive(WalletCode wallet, AccountLapse lapse, Posting posting) {
        Draft draft = desk.draft(EntryKind.REVIVAL, wallet, cause(posting), lapse.at());
        for (WorkingLot lot : inOrder(wallet, lapse.dates().keySet())) {
            Optional<Instant> expiry = Objects.requireNonNull(lapse.dates().get(lot.id));
            if (earlier(lot.dates().expiresAt(), expiry)) {
                draft.redate(
                        lot, new LotDates(lot.dates().activityAt(), lot.dates().activatesAt(), expiry));
            }
            for (LotState state : REVIVED) {
                draft.move(lot, LotState.EXPIRED, state, Math.min(lot.expired(), ended(lapse, lot.id, state)));
            }
        }
        if (!draft.empty()) {
            desk.follow(draft);
        }
    }

    /** The first to be used first: which of them repay what is owed must not depend on the order in which they are found. */
    private List<WorkingLot> inOrder(WalletCode wallet, Set<UUID> ids) {
        return desk.lots(wallet, WorkingLot.EARLIEST_EXPIRY).stream()
                .filter(lot -> ids.contains(lot.id))
                .toList();
    }

    private static long ended(AccountLapse lapse, UUID lot, LotState from) {
        return lapse.parts().stream()
                .filter(part -> part.lot().equals(lot) && part.from() == from)
                .mapToLong(AccountLapse.Part::points)
                .sum();
    }

    private static boolean earlier(Optional<Instant> one, Optional<Instant> other) {
        return one.isPresent() && (other.isEmpty() || one.get().isBefore(other.get()));
    }

    /** The work that brings points back is the product's own; what it is about is what was heard of. */
    private static Cause cause(Posting posting) {
        Cause cause = Cause.job("REVIVAL");
        return posting.movements().stream()
                .flatMap(movement -> movement.cause().subject().stream())
                .findFirst()
                .map(subject -> cause.about(subject.source(), subject.reference()))
                .orElse(cause);
    }

    /**
     * Notes an activity that keeps nothing alive because the account had lapsed for it as well: what it brings has lapsed with the rest.
     * Where a notice was promised nobody was told of that.
     */
    void note(Posting posting, WalletCode wallet) {
        Instant until = posting.inactivityDeadlines().get(wallet);
        if (until != null && desk.deadline(wallet).isEmpty()) {
            desk.lapsedAt(wallet)
                    .filter(lapse -> posting.effectiveAt().isBefore(lapse) && !until.isAfter(lapse))
                    .ifPresent(lapse -> {
                        over.put(wallet, lapse);
                        desk.keepNothing(wallet);
                    });
        }
    }

    /** Posts that what the activity brought has lapsed. */
    void end() {
        over.forEach((wallet, lapse) -> due.expire(
                wallet,
                desk.lots(wallet, WorkingLot.EARLIEST_EXPIRY).stream()
                        .filter(lot -> lot.fresh && lot.dates().activityAt().isBefore(lapse))
                        .toList(),
                lapse));
    }
}
