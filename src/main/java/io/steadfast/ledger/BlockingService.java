package io.steadfast.ledger;

import io.steadfast.ledger.core.Cause;
import io.steadfast.ledger.core.EntryDraft;
import io.steadfast.ledger.core.LedgerRefusal;
import io.steadfast.ledger.core.LotState;
import io.steadfast.ledger.core.Movement;
import io.steadfast.ledger.core.Posted;
import io.steadfast.ledger.core.Posting;
import io.steadfast.ledger.store.BlockableLots;
import io.steadfast.platform.audit.AuditTrail;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.security.Permission;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Keeps points from every use while something is looked into, as a suspicion of fraud, and gives them free again. The points stay
 * the member's, are shown, and lapse by their date all the same. Both refuse NOT_PERMITTED, MEMBER_UNKNOWN, LOT_UNKNOWN and
 * LOT_EXPIRED.
 */
@Stateless
public class BlockingService {

    /** More open lots than a member's wallet has; a second call does the rest. */
    private static final int MOST_LOTS = 10_000;

    @Inject
    private PointsUsable usable;

    @Inject
    private LedgerService ledger;

    @Inject
    private BlockableLots lots;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private AuditTrail audit;

    @Inject
    private TenantClock clock;

    /**
     * What is to be blocked, or given free.
     *
     * @param lot one lot; empty means every lot of the wallet
     * @param reason a code, kept with the entries
     * @param note a person's words, kept apart from the books and erased with the member
     */
    public record Wish(MemberId member, WalletCode wallet, Optional<UUID> lot, String reason, String note) {

        public Wish {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("Points are blocked for a reason");
            }
        }
    }

    /**
     * What was done.
     *
     * @param points in the wallet's smallest unit
     * @param entries one for each lot
     */
    public record Done(WalletCode wallet, long points, int lots, List<UUID> entries) {

        public Done {
            entries = List.copyOf(entries);
        }
    }

    /** What the audit trail keeps. */
    private record Blocked(WalletCode wallet, Optional<UUID> lot, long points, int lots, String reason) {}

    /** Blocks what is left of a lot, or of all. Refuses NOTHING_TO_BLOCK as well. */
    public Done block(Wish wish) {
        begin(wish);
        Instant now = clock.now();
        List<UUID> chosen =
                wish.lot().map(List::of).orElseGet(() -> lots.free(wish.member(), wish.wallet(), now, MOST_LOTS));
        Cause cause = cause(wish);
        return post(
                wish,
                chosen.stream()
                        .map(lot -> (Movement) new Movement.Block(wish.wallet(), lot, cause))
                        .toList(),
                LedgerRefusal.NOTHING_TO_BLOCK);
    }

    /** Gives what is blocked of a lot free, or of all; it pays what is owed first. Refuses NOTHING_BLOCKED as well. */
    public Done unblock(Wish wish) {
        begin(wish);
        Instant now = clock.now();
        List<UUID> chosen =
                wish.lot().map(List::of).orElseGet(() -> lots.blocked(wish.member(), wish.wallet(), now, MOST_LOTS));
        Cause cause = cause(wish);
        Done done = post(
                wish,
                chosen.stream()
                        .map(lot -> (Movement) new Movement.Unblock(wish.wallet(), lot, cause))
                        .toList(),
                LedgerRefusal.NOTHING_BLOCKED);
        usable.tell(wish.member(), Set.of(wish.wallet()));
        return done;
    }

    private void begin(Wish wish) {
        currentActor.actor().must(Permission.POINTS_ADJUST);
        ledger.lockMember(wish.member());
    }

    private Done post(Wish wish, List<Movement> movements, LedgerRefusal otherwise) {
        if (movements.isEmpty()) {
            throw new Refusal(otherwise, Map.of("wallet", wish.wallet().value())).about(wish.member());
        }
        Posted posted = ledger.post(new Posting(wish.member(), clock.now(), movements, Map.of()));
        List<EntryDraft> entries = posted.entries();
        if (!wish.note().isBlank()) {
            ledger.note(wish.member(), entries.get(0).id(), wish.note());
        }
        Done done = new Done(
                wish.wallet(),
                entries.stream().mapToLong(BlockingService::points).sum(),
                entries.size(),
                entries.stream().map(EntryDraft::id).toList());
        String action = otherwise == LedgerRefusal.NOTHING_TO_BLOCK ? "points.blocked" : "points.unblocked";
        Blocked told = new Blocked(wish.wallet(), wish.lot(), done.points(), done.lots(), wish.reason());
        audit.record(action, "member", wish.member().toString(), null, told);
        return done;
    }

    private static long points(EntryDraft entry) {
        return entry.allocations().stream()
                .filter(each -> each.from() == LotState.BLOCKED || each.to() == LotState.BLOCKED)
                .mapToLong(EntryDraft.Allocation::points)
                .sum();
    }

    private Cause cause(Wish wish) {
        Actor actor = currentActor.actor();
        return Cause.of(new Cause.Authority(actor.kind().name(), actor.id(), wish.reason()));
    }
}
