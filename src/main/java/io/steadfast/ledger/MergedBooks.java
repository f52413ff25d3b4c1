package io.steadfast.ledger;

import io.steadfast.ledger.core.Cause;
import io.steadfast.ledger.core.EntryDraft;
import io.steadfast.ledger.core.Inheritance;
import io.steadfast.ledger.core.Movement;
import io.steadfast.ledger.core.Posted;
import io.steadfast.ledger.core.Posting;
import io.steadfast.ledger.core.Shortfall;
import io.steadfast.ledger.store.LedgerStore;
import io.steadfast.ledger.store.MergeStore;
import io.steadfast.ledger.store.PromiseStore;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Posts for members, those too who were merged into another: what is granted to them, comes back to them or is taken from them when an
 * order of before is returned, goes on to the survivor in the same transaction, so that nothing ever stays with them.
 */
@ApplicationScoped
class MergedBooks {

    private static final String MERGED = "MEMBER_MERGED";

    @Inject
    private PromiseKeeper promises;

    @Inject
    private PromiseStore plans;

    @Inject
    private LedgerStore store;

    @Inject
    private MergeStore merges;

    @Inject
    private LedgerEvents events;

    @Inject
    private TenantClock clock;

    /** Two members of whom one has what the other had, and why something moves. */
    private record Two(MemberId source, MemberId survivor, Instant at, Cause cause) {}

    /** As {@link PromiseKeeper#post}; the answer is about the member whom the posting names. */
    Posted post(Posting posting) {
        Optional<MemberId> survivor = store.mergedInto(posting.member());
        if (survivor.isEmpty()) {
            return promises.post(posting);
        }
        Posted posted = promises.post(Inheritance.owing(posting));
        Two two = new Two(posting.member(), survivor.get(), posting.effectiveAt(), cause(posting));
        inherit(two, debts(posting, posted, survivor.get()), Map.of());
        redate(two, posting);
        return posted;
    }

    /** As {@link LedgerService#shortfall}; of who was merged what is missing is looked for with the survivor. */
    Map<WalletCode, Long> shortfall(Posting posting) {
        Optional<MemberId> survivor = store.mergedInto(posting.member());
        if (survivor.isEmpty()) {
            return Shortfall.of(store.plan(posting));
        }
        List<Inheritance.Debt> owed = debts(posting, store.plan(Inheritance.owing(posting)), survivor.get());
        List<Movement> movements = owed.stream()
                .<Movement>map(debt -> new Movement.TakeOver(
                        debt.wallet(), debt.lots(), debt.points(), 0, debt.deficit(), cause(posting)))
                .toList();
        return movements.isEmpty()
                ? Map.of()
                : shortfall(new Posting(survivor.get(), posting.effectiveAt(), movements, Map.of()));
    }

    private static Cause cause(Posting posting) {
        return posting.movements().stream()
                .flatMap(movement -> movement.cause().subject().stream())
                .findFirst()
                .map(subject -> Cause.job(MERGED).about(subject.source(), subject.reference()))
                .orElseGet(() -> Cause.job(MERGED));
    }

    /** All that the source has goes to the survivor, and from now on all that comes to it. Both are locked. */
    void merge(MemberId source, MemberId survivor, Cause.Authority by) {
        Instant now = clock.now();
        Map<WalletCode, Instant> deadlines = new HashMap<>();
        List<MergeStore.Deadline> standing = merges.deadlines(source, now);
        for (MergeStore.Deadline deadline : standing) {
            // What waits for a notice that nobody promises any more never falls due: no notice, no expiry.
            if (deadline.known() == MergeStore.Deadline.Known.STANDS
                    || !promises.of(Set.of(deadline.wallet())).isEmpty()) {
                deadlines.put(deadline.wallet(), deadline.at());
            }
        }
        inherit(new Two(source, survivor, now, Cause.of(by)), List.of(), deadlines);
        standing.forEach(deadline -> promises.moveDeadline(source, deadline.wallet(), Optional.empty(), now));
        merges.merge(source, survivor);
    }

    private List<Inheritance.Debt> debts(Posting posting, Posted posted, MemberId survivor) {
        List<Inheritance.Debt> debts = new ArrayList<>();
        for (int at = 0; at < posting.movements().size(); at++) {
            long owed = posted.entries().get(at).change().debt();
            Movement movement = posting.movements().get(at);
            if (owed > 0 && movement instanceof Movement.TakeBack back) {
                Set<UUID> lots = merges.cameOf(back.lot(), survivor);
                debts.add(new Inheritance.Debt(back.wallet(), lots, owed, back.deficit()));
            } else if (owed > 0 && movement instanceof Movement.TakeOver over) {
                Set<UUID> lots = new TreeSet<>();
                over.lots().forEach(lot -> lots.addAll(merges.cameOf(lot, survivor)));
                debts.add(new Inheritance.Debt(over.wallet(), lots, owed, over.deficit()));
            }
        }
        return debts;
    }

    private void inherit(Two two, List<Inheritance.Debt> debts, Map<WalletCode, Instant> deadlines) {
        Map<UUID, MergeStore.Left> left = merges.left(two.source());
        Set<WalletCode> wallets = new TreeSet<>(merges.wallets(two.source()));
        left.values().forEach(lot -> wallets.add(lot.wallet()));
        Inheritance inherited = wallets.isEmpty()
                ? new Inheritance(List.of(), List.of())
                : Inheritance.of(handOver(two, wallets), origins(left), debts, two.cause());
        if (inherited.movements().isEmpty() && deadlines.isEmpty()) {
            return;
        }
        Posted taken = post(new Posting(two.survivor(), two.at(), inherited.movements(), deadlines));
        events.tell(two.survivor(), taken.consequences(), clock.now());
        remember(two, left, inherited, taken);
    }

    private List<EntryDraft> handOver(Two two, Set<WalletCode> wallets) {
        List<Movement> movements = wallets.stream()
                .<Movement>map(wallet -> new Movement.HandOver(wallet, two.cause()))
                .toList();
        Posted handed = promises.post(new Posting(two.source(), two.at(), movements, Map.of()));
        events.tell(two.source(), handed.consequences(), clock.now());
        return handed.entries();
    }

    private static Map<UUID, Inheritance.LotOrigin> origins(Map<UUID, MergeStore.Left> left) {
        Map<UUID, Inheritance.LotOrigin> origins = new HashMap<>();
        left.forEach((lot, one) -> origins.put(lot, one.origin()));
        return origins;
    }

    /** Of which lot each came, and of which the member is still to be told. */
    private void remember(Two two, Map<UUID, MergeStore.Left> left, Inheritance inherited, Posted taken) {
        List<UUID> lots = new ArrayList<>();
        List<PromiseStore.LotPlan> owed = new ArrayList<>();
        for (int at = 0; at < inherited.from().size(); at++) {
            UUID lot = taken.entries().get(at).id();
            MergeStore.Left from =
                    Optional.ofNullable(left.get(inherited.from().get(at))).orElseThrow();
            lots.add(lot);
            from.plan().ifPresent(plan -> owed.add(plan.of(lot, from.wallet())));
        }
        if (!lots.isEmpty()) {
            merges.moved(lots, inherited.from());
        }
        if (!owed.isEmpty()) {
            plans.plan(two.survivor(), owed);
        }
    }

    /** A lot that waited for an event when it was handed over: the event is heard of for the lot it came of. */
    private void redate(Two two, Posting posting) {
        List<Movement> movements = new ArrayList<>();
        for (Movement movement : posting.movements()) {
            if (movement instanceof Movement.Redate redate
                    && redate.activatesAt().isPresent()) {
                merges.waiting(merges.cameOf(redate.lot(), two.survivor()))
                        .forEach(lot -> movements.add(new Movement.Redate(
                                redate.wallet(), lot, redate.activatesAt(), redate.expiresAt(), redate.cause())));
            }
        }
        if (!movements.isEmpty()) {
            Posted dated = post(new Posting(two.survivor(), two.at(), movements, Map.of()));
            events.tell(two.survivor(), dated.consequences(), clock.now());
        }
    }
}
