package io.steadfast.ledger;

import io.steadfast.ledger.core.Cause;
import io.steadfast.ledger.core.LedgerRefusal;
import io.steadfast.ledger.core.NoticePromise;
import io.steadfast.ledger.core.OrderCorrection;
import io.steadfast.ledger.core.Posted;
import io.steadfast.ledger.core.Posting;
import io.steadfast.ledger.core.WalletBalance;
import io.steadfast.ledger.store.CorrectionStore;
import io.steadfast.ledger.store.HeldMember;
import io.steadfast.ledger.store.HoldStore;
import io.steadfast.ledger.store.LedgerStore;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The door to the books. A use case that moves points locks the member first, then reads what it decides on, then posts:
 *
 * <pre>{@code
 * Standing standing = ledger.lockMember(member);
 * Posted posted = ledger.post(Posting.of(member, occurredAt, Movement.Grant.accrual(wallet, 40, dates, cause)));
 * UUID lot = posted.entries().get(0).id();
 * }</pre>
 */
@Stateless
public class LedgerService {

    @Inject
    private LedgerStore store;

    @Inject
    private HoldStore holds;

    @Inject
    private CorrectionStore corrections;

    @Inject
    private PromiseKeeper promises;

    @Inject
    private MergedBooks books;

    @Inject
    private LedgerEvents events;

    @Inject
    private TenantClock clock;

    /**
     * How a member stands when the lock was taken.
     *
     * @param balances by the clock, one for each wallet held
     */
    public record Standing(MemberId member, Optional<Instant> lastActivityAt, List<WalletBalance> balances) {}

    /** Opens the books of a new member; once, in the transaction that makes the member. */
    public void open(MemberId member, Instant at) {
        store.open(member, at);
    }

    /** As {@link #open}, for many in one statement. */
    public void openAll(Collection<MemberId> members, Instant at) {
        store.openAll(members, at);
    }

    /**
     * Waits until nobody else posts for the member, and keeps others waiting until the transaction is over. Always the
     * first business lock; two members are locked in the order of their ids. One round trip; taking it again costs
     * nothing.
     *
     * @throws Refusal MEMBER_UNKNOWN when nobody of that id has books
     */
    public Standing lockMember(MemberId member) {
        return lockMember(member, () -> {});
    }

    /**
     * As {@link #lockMember(MemberId)}, in one round trip with what {@code behind} asks: that is read once the lock is held.
     */
    public Standing lockMember(MemberId member, Runnable behind) {
        HeldMember held = store.lock(member, behind);
        return new Standing(member, held.lastActivityAt(), held.balances());
    }

    /**
     * Locks many members in the order of their ids, in one round trip for every {@value LedgerStore#LOCKS_IN_TRIP}.
     *
     * @return those that have books, and are locked now
     */
    public Set<MemberId> lockMembers(Collection<MemberId> members) {
        return store.lockAll(new TreeSet<>(members));
    }

    /**
     * Posts, whole or not at all. One round trip for grants alone; two where lots are named or points are used, three
     * where more than a few lots are used.
     *
     * @throws IllegalStateException when the member isn't locked by this transaction
     * @throws Refusal with a {@link io.steadfast.ledger.core.LedgerRefusal} when the books can't take it
     */
    public Posted post(Posting posting) {
        Posted posted = books.post(posting);
        events.tell(posting.member(), posted.consequences(), clock.now());
        return posted;
    }

    /**
     * What a posting would leave the member owing, or would let them off, beyond what they owe already: by wallet, only what is more
     * than nothing. Plans and writes nothing; the posting itself is still to be made.
     */
    public Map<WalletCode, Long> shortfall(Posting posting) {
        return books.shortfall(posting);
    }

    /** Whose books a locked member's are by now: their own, or those of the member into whom they were merged. */
    public MemberId survivorOf(MemberId member) {
        return store.survivorOf(member);
    }

    /**
     * Hands all that a member has over to another, lot by lot with its dates, what is owed too; whatever is posted for the first from
     * now on goes to the other as well. Both are locked, and neither was merged before.
     *
     * @throws Refusal POINTS_HELD while a checkout holds points of the source, POINTS_BLOCKED while staff do
     */
    public void merge(MemberId source, MemberId survivor, Cause.Authority by) {
        List<WalletBalance> balances = lockMember(source).balances();
        if (balances.stream().anyMatch(balance -> balance.held() > 0)) {
            throw new Refusal(LedgerRefusal.POINTS_HELD).about(source);
        }
        if (balances.stream().anyMatch(balance -> balance.blocked() > 0)) {
            throw new Refusal(LedgerRefusal.POINTS_BLOCKED).about(source);
        }
        books.merge(source, survivor, by);
    }

    /**
     * Refuses a use of points that reached what this very order earned (P11).
     *
     * @param entry that used them, posted in this transaction
     * @throws Refusal EARNED_BY_SAME_ORDER
     */
    public void refuseOwnEarnings(UUID entry, Cause.Subject order) {
        if (holds.usesWhatItEarned(entry, order)) {
            throw new Refusal(LedgerRefusal.EARNED_BY_SAME_ORDER);
        }
    }

    /**
     * Moves the inactivity deadline of an account, for a rule that changed for what stands; empty where it doesn't lapse any more.
     * Never to an earlier one, and nothing is brought back that has lapsed; where the member is still to be told of it, the plan
     * moves. The member must be locked.
     */
    public void moveDeadline(MemberId member, WalletCode wallet, Optional<Instant> deadline) {
        promises.moveDeadline(member, wallet, deadline, clock.now());
    }

    /**
     * Moves the inactivity deadline that waits for a notice, for a rule that changed for what stands: a later one wants a new notice,
     * and empty takes the plan away. The member must be locked, and not told of a deadline yet.
     */
    public void planDeadline(MemberId member, WalletCode wallet, NoticePromise promise, Optional<Instant> planned) {
        promises.replan(member, wallet, promise, planned);
    }

    /** What staff gave or took to put an order of a member's right, and what gave it back since; the member must be locked. */
    public List<OrderCorrection> corrections(MemberId member, Cause.Subject order) {
        return corrections.of(member, order);
    }

    /** Keeps a person's words beside an entry, apart from the books so that they can be erased with the member. */
    public void note(MemberId member, UUID entry, String words) {
        store.note(member, entry, words);
    }
}
