package io.steadfast.ledger;

import io.steadfast.ledger.core.Cause;
import io.steadfast.ledger.core.CreditTerms;
import io.steadfast.ledger.core.EntryKind;
import io.steadfast.ledger.core.Hold;
import io.steadfast.ledger.core.HoldState;
import io.steadfast.ledger.core.LedgerRefusal;
import io.steadfast.ledger.core.LedgerRefused;
import io.steadfast.ledger.core.Movement;
import io.steadfast.ledger.core.Posted;
import io.steadfast.ledger.core.Posting;
import io.steadfast.ledger.core.WalletTerms;
import io.steadfast.ledger.store.HeldMember;
import io.steadfast.ledger.store.HoldStore;
import io.steadfast.ledger.store.LedgerStore;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Points in two steps: a checkout reserves them, then uses some or all, or lets them go. The id of a hold is the client's,
 * so that a call that was answered too late can be repeated.
 */
@Stateless
public class HoldService {

    /** A hold keeps points usable past their expiry, so it can't last long. */
    public static final Duration LONGEST = Duration.ofHours(24);

    @Inject
    private PointsUsable usable;

    @Inject
    private LedgerStore ledger;

    @Inject
    private HoldStore holds;

    @Inject
    private WalletDirectory wallets;

    @Inject
    private LedgerEvents events;

    @Inject
    private Instance<OrderCredit> otherCredit;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private TenantClock clock;

    /**
     * What a checkout wants reserved.
     *
     * @param wallet from which, with its order of use, how long it lets points be held and what they may pay
     * @param basket what the order comes to, in the wallet's smallest unit; needed where credit may pay only a part of it
     */
    public record HoldWish(
            String id,
            MemberId member,
            WalletTerms wallet,
            long points,
            Duration term,
            Optional<Cause.Subject> subject,
            Optional<Long> basket) {

        Hold hold(UUID entry, Instant now) {
            return new Hold(
                    id,
                    member,
                    wallet.wallet(),
                    entry,
                    points,
                    0,
                    HoldState.HELD,
                    subject,
                    basket,
                    now,
                    now.plus(term),
                    Optional.empty());
        }
    }

    /**
     * Reserves points; the same wish again gives the hold that stands.
     *
     * @throws Refusal INSUFFICIENT_POINTS; HOLD_ID_REUSED when the id stands for another hold; HOLD_TOO_LONG;
     *     HOLD_TOO_LARGE where more would be reserved at once than the wallet's terms say; EARNED_BY_SAME_ORDER where it would use what the order itself earned; BASKET_NEEDED, BASKET_TOO_SMALL,
     *     CREDIT_SHARE_EXCEEDED where the wallet bounds what credit may pay; MEMBER_UNKNOWN
     */
    public Hold hold(HoldWish wish) {
        Duration longest = wish.wallet().longestHold().compareTo(LONGEST) < 0
                ? wish.wallet().longestHold()
                : LONGEST;
        if (wish.term().isNegative() || wish.term().isZero() || wish.term().compareTo(longest) > 0) {
            throw new Refusal(LedgerRefusal.HOLD_TOO_LONG, Map.of("most", longest.toMinutes())).about(wish.member());
        }
        HeldMember member = ledger.lock(wish.member());
        Optional<Hold> standing = holds.find(wish.id());
        if (standing.isPresent()) {
            return standing.filter(
                            hold -> hold.asks(wish.member(), wish.wallet().wallet(), wish.points()))
                    .orElseThrow(() -> reused(wish));
        }
        refuseMore(wish, member.account(wish.wallet().wallet()).balance().held());
        Instant now = clock.now();
        Posted posted = ledger.post(Posting.of(
                wish.member(),
                now,
                new Movement.Reserve(
                        wish.wallet().wallet(), wish.points(), wish.wallet().order(), cause("HOLD", wish.subject()))));
        UUID entry = posted.entries().get(0).id();
        refuseOwn(entry, wish.subject());
        Hold hold = wish.hold(entry, now);
        wish.wallet().credit().ifPresent(terms -> refuseShare(terms, hold, wish.points(), now));
        events.tell(wish.member(), posted.consequences(), now);
        if (!holds.add(hold)) {
            throw reused(wish);
        }
        return hold;
    }

    /**
     * Uses up to what was reserved and gives the rest back; the same commit again gives the same answer.
     *
     * @throws Refusal HOLD_UNKNOWN; HOLD_OVER when it was released, has timed out or was committed for another number or
     *     order; HOLD_EXCEEDED; EARNED_BY_SAME_ORDER
     */
    public Hold commit(String id, long points, Optional<Cause.Subject> subject) {
        return commit(id, points, subject, Optional.empty());
    }

    /**
     * As {@link #commit(String, long, Optional)}, for an order that comes to so much now.
     *
     * @param basket in the wallet's smallest unit; empty: as the hold said
     * @throws Refusal as there; BASKET_NEEDED, BASKET_TOO_SMALL, CREDIT_SHARE_EXCEEDED
     */
    public Hold commit(String id, long points, Optional<Cause.Subject> subject, Optional<Long> basket) {
        Hold hold = locked(id);
        if (hold.paid(points, subject)) {
            return hold;
        }
        refuseOwn(hold.entry(), subject);
        Hold paying = hold.paying(subject, basket);
        Optional<WalletTerms> wallet = wallet(hold);
        wallet.flatMap(WalletTerms::credit).ifPresent(terms -> refuseShare(terms, paying, points, clock.now()));
        return settle(paying, points, HoldState.COMMITTED, wallet.flatMap(WalletTerms::keptAliveUntil));
    }

    /**
     * Lets the points go; releasing again gives the same answer.
     *
     * @throws Refusal HOLD_UNKNOWN; HOLD_OVER when it was committed or has timed out
     */
    public Hold release(String id) {
        Hold hold = locked(id);
        if (hold.state() == HoldState.RELEASED) {
            return hold;
        }
        Hold released = settle(hold, 0, HoldState.RELEASED, Optional.empty());
        usable.tell(hold.member(), Set.of(hold.wallet()));
        return released;
    }

    /** A hold by its id, as it stands; takes no lock. */
    public Optional<Hold> find(String id) {
        return holds.find(id);
    }

    /** What of a member's wallet is reserved for an order or has paid for it, in its smallest unit; the member is locked. */
    public long paying(MemberId member, WalletCode wallet, Cause.Subject order) {
        return Math.addExact(holds.forOrder(member, wallet, order, clock.now()), others(member, wallet, order));
    }

    private long others(MemberId member, WalletCode wallet, Cause.Subject order) {
        return otherCredit.stream()
                .mapToLong(credit -> credit.paying(member, wallet, order))
                .reduce(0, Math::addExact);
    }

    /** The hold as it is once its member is locked. */
    private Hold locked(String id) {
        Hold seen = holds.find(id).orElseThrow(() -> unknown(id));
        ledger.lock(seen.member());
        return holds.find(id).orElseThrow(() -> unknown(id));
    }

    /** @param keptAliveUntil what this use moves the account's deadline to */
    private Hold settle(Hold hold, long used, HoldState state, Optional<Instant> keptAliveUntil) {
        Instant now = clock.now();
        if (hold.stateAt(now) != HoldState.HELD) {
            throw new Refusal(
                            LedgerRefusal.HOLD_OVER,
                            Map.of("hold", hold.id(), "state", hold.stateAt(now).name()))
                    .about(hold.member());
        }
        Cause cause = cause(state == HoldState.COMMITTED ? "HOLD_COMMIT" : "HOLD_RELEASE", hold.subject());
        Posted posted = ledger.post(new Posting(
                hold.member(),
                now,
                List.of(new Movement.Settle(hold.wallet(), hold.entry(), used, EntryKind.REDEMPTION, cause)),
                keptAliveUntil.map(until -> Map.of(hold.wallet(), until)).orElse(Map.of())));
        UUID entry = posted.entries().get(0).id();
        Hold settled = hold.settled(state, used, entry);
        holds.settle(settled);
        events.tell(hold.member(), posted.consequences(), now);
        if (used > 0) {
            events.redeemed(settled, entry);
        }
        return settled;
    }

    /** @param others what holds reserve already whose time hasn't passed */
    private static void refuseMore(HoldWish wish, long others) {
        wish.wallet().mostHeld().filter(most -> wish.points() > most - others).ifPresent(most -> {
            throw new Refusal(
                            LedgerRefusal.HOLD_TOO_LARGE, Map.of("most", most, "held", others, "asked", wish.points()))
                    .about(wish.member());
        });
    }

    private void refuseOwn(UUID reserved, Optional<Cause.Subject> order) {
        if (order.filter(each -> holds.usesWhatItEarned(reserved, each)).isPresent()) {
            throw new Refusal(LedgerRefusal.EARNED_BY_SAME_ORDER);
        }
    }

    /** Several holds together may not pay more of an order than one. */
    private void refuseShare(CreditTerms terms, Hold hold, long points, Instant now) {
        long others = hold.subject()
                .map(order ->
                        Math.addExact(holds.forOrder(hold, order, now), others(hold.member(), hold.wallet(), order)))
                .orElse(0L);
        try {
            terms.require(Math.addExact(points, others), hold.basket());
        } catch (LedgerRefused refused) {
            throw new Refusal(refused.reason(), refused.details()).about(hold.member());
        }
    }

    private Optional<WalletTerms> wallet(Hold hold) {
        return wallets.walletsOf(hold.member()).stream()
                .filter(terms -> terms.wallet().equals(hold.wallet()))
                .findFirst();
    }

    private Cause cause(String reason, Optional<Cause.Subject> subject) {
        Actor actor = currentActor.actor();
        Cause cause = Cause.of(new Cause.Authority(actor.kind().name(), actor.id(), reason));
        return subject.map(each -> cause.about(each.source(), each.reference())).orElse(cause);
    }

    private static Refusal reused(HoldWish wish) {
        return new Refusal(LedgerRefusal.HOLD_ID_REUSED, Map.of("hold", wish.id())).about(wish.member());
    }

    private static Refusal unknown(String id) {
        return new Refusal(LedgerRefusal.HOLD_UNKNOWN, Map.of("hold", id));
    }
}
