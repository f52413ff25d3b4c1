package io.steadfast.ledger;

import io.steadfast.ledger.core.EntryDraft;
import io.steadfast.ledger.core.EntryKind;
import io.steadfast.ledger.core.Hold;
import io.steadfast.ledger.core.Seal;
import io.steadfast.ledger.core.TamperedRow;
import io.steadfast.ledger.core.Violation;
import io.steadfast.ledger.store.HoldStore;
import io.steadfast.ledger.store.LedgerStore;
import io.steadfast.platform.jobs.Pace;
import io.steadfast.platform.time.RealClock;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What time does to the books, in chunks, each in a transaction of its own so that a chunk done stays done. Balances are
 * right without any of it: it only books what the clock has decided.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DueService {

    /** About what one chunk takes, so that no lock outlasts a second. */
    private static final int LOTS_IN_CHUNK = 10_000;

    /** Where points that become usable set off more, each a posting of its own. */
    private static final int LOTS_WHERE_SOMEBODY_WAITS = 100;

    /** A chunk has its members' books in hand until it ends: some 100 ms, which a till doesn't notice. */
    private static final int LOTS_WHILE_TILLS_ASK = 200;

    private static final int HOLDS_IN_CHUNK = 200;

    private static final int MEMBERS_IN_SEAL = 20_000;

    @Inject
    private LedgerStore ledger;

    @Inject
    private LedgerEvents events;

    @Inject
    private HoldStore holds;

    @Inject
    private PointsUsable usable;

    @Inject
    private Invariants invariants;

    @Inject
    private Pace pace;

    @Inject
    private RealClock realClock;

    /** When the next lot becomes active or expires, or the next account lapses. */
    public Optional<Instant> nextDueLot() {
        return ledger.nextDueLot();
    }

    /** Books activation, expiry and lapse up to an instant for one chunk of accounts; false when nothing was due. */
    public boolean bookDueLots(Instant upTo) {
        int lots = pace.size(usable.anybodyWaits() ? LOTS_WHERE_SOMEBODY_WAITS : LOTS_IN_CHUNK, LOTS_WHILE_TILLS_ASK);
        Map<MemberId, List<EntryDraft>> booked = ledger.bookDueLots(upTo, lots);
        events.tell(booked, upTo);
        Map<MemberId, Set<WalletCode>> activated = new HashMap<>();
        booked.forEach((member, entries) -> entries.stream()
                .filter(entry -> entry.kind() == EntryKind.ACTIVATION)
                .forEach(entry -> activated
                        .computeIfAbsent(member, none -> new HashSet<>())
                        .add(entry.wallet())));
        usable.tell(activated);
        return !booked.isEmpty();
    }

    /** When the next hold times out. */
    public Optional<Instant> nextTimeout() {
        return holds.nextTimeout();
    }

    /** Releases one chunk of overdue holds, members in the order of their ids; false when none was overdue. */
    public boolean releaseOverdue(Instant upTo) {
        List<Hold> overdue = holds.overdue(upTo, HOLDS_IN_CHUNK);
        overdue.stream().map(Hold::member).sorted().distinct().forEach(member -> ledger.timeOut(member, upTo));
        usable.tell(overdue.stream()
                .collect(Collectors.groupingBy(Hold::member, Collectors.mapping(Hold::wallet, Collectors.toSet()))));
        return !overdue.isEmpty();
    }

    /** Seals the chains that have moved, up to a limit; empty when none has, or another node is sealing. At real time. */
    public Optional<Seal> seal() {
        return ledger.lastSeal().moreSince() ? ledger.seal(realClock.now(), MEMBERS_IN_SEAL) : Optional.empty();
    }

    /** Those invariants that don't hold. */
    public List<Violation> violations() {
        return invariants.violations();
    }

    /** The first row that was changed beside the product. */
    public Optional<TamperedRow> firstTampered() {
        return invariants.firstTampered();
    }
}
