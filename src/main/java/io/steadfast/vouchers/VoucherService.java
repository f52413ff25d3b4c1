package io.steadfast.vouchers;

import io.steadfast.members.OwnCard;
import io.steadfast.platform.audit.AuditTrail;
import io.steadfast.platform.outbox.Outbox;
import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.shared.MemberId;
import io.steadfast.vouchers.core.Voucher;
import io.steadfast.vouchers.core.VoucherCode;
import io.steadfast.vouchers.core.VoucherConditions;
import io.steadfast.vouchers.core.VoucherEvent;
import io.steadfast.vouchers.core.VoucherLife;
import io.steadfast.vouchers.core.VoucherOrder;
import io.steadfast.vouchers.core.VoucherRefusal;
import io.steadfast.vouchers.core.VoucherState;
import io.steadfast.vouchers.store.VoucherRepository;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The door of vouchers. Whatever changes one locks its member first, then the voucher, and writes an event; the voucher is
 * what its events add up to.
 */
@Stateless
public class VoucherService {

    /** So few that nobody waits a second for a member's lock. */
    private static final int DUE_A_TRANSACTION = 200;

    @Inject
    private VoucherRepository vouchers;

    @Inject
    private VoucherPrinter printer;

    @Inject
    private CodeGuesses guesses;

    @Inject
    private OwnCard ownCard;

    @Inject
    private VoucherBooks books;

    @Inject
    private VoucherTerms terms;

    @Inject
    private AuditTrail audit;

    @Inject
    private Outbox outbox;

    @Inject
    private TenantClock clock;

    /**
     * Issues a voucher; the member's lock is held by the caller.
     *
     * @throws IllegalArgumentException for a reward that isn't handed out as a voucher
     */
    public Voucher issue(VoucherIssue wanted) {
        Instant now = clock.now();
        Voucher voucher = printer.print(wanted, now);
        vouchers.add(
                voucher, printer.firstEvents(voucher, new VoucherPrinter.Origin(wanted.reason(), wanted.about()), now));
        outbox.publish("voucher.issued", Optional.of(voucher.member()), VoucherNotice.of(voucher));
        return voucher;
    }

    /**
     * The voucher of a code, however it was typed.
     *
     * @throws Refusal VOUCHER_UNKNOWN (404); TOO_MANY_CODES_TRIED (429) for a caller who guesses
     */
    public Voucher get(String code) {
        guesses.refuseGuesser();
        return VoucherCode.read(code).flatMap(vouchers::find).orElseThrow(() -> {
            guesses.missed();
            return new Refusal(VoucherRefusal.VOUCHER_UNKNOWN);
        });
    }

    /** As {@link #get}, with everything that happened to it. */
    public VoucherHistory history(String code) {
        Voucher voucher = get(code);
        return new VoucherHistory(voucher, vouchers.events(voucher.id()));
    }

    /** A member's vouchers, the newest first. */
    public List<Voucher> ofMember(MemberId member, Optional<UUID> after, int most) {
        return vouchers.ofMember(member, after, most);
    }

    /** The vouchers that came of a redemption or receipt, in the order in which they were issued. */
    public List<Voucher> about(UUID cause) {
        return vouchers.about(cause);
    }

    /** Of these causes those that gave vouchers of which nothing was ever used, and that can all be taken back now. */
    public Set<UUID> untouched(Collection<UUID> causes) {
        return books.untouched(causes, clock.now());
    }

    /** What a voucher came to at an order, in minor units, as far as it stands; empty where it wasn't used there. */
    public Optional<Long> worthAt(String code, VoucherOrder order) {
        return VoucherCode.read(code)
                .flatMap(vouchers::find)
                .filter(voucher -> vouchers.usedFor(voucher.id(), order) > 0)
                .map(voucher -> voucher.kind().isMoney()
                        ? vouchers.usedFor(voucher.id(), order)
                        : worth(vouchers.events(voucher.id()), order));
    }

    /** What the till said; a till that said nothing is believed. */
    private static long worth(List<VoucherEvent> events, VoucherOrder order) {
        return events.stream()
                .filter(event ->
                        event.kind() == VoucherEvent.Kind.USED && event.order().equals(Optional.of(order)))
                .reduce((first, last) -> last)
                .flatMap(VoucherEvent::worth)
                .orElse(Long.MAX_VALUE);
    }

    /**
     * Uses a voucher, or a part of one whose face is money.
     *
     * @throws Refusal as {@link #get}; VOUCHER_NOT_ACTIVE, VOUCHER_USED, VOUCHER_EXPIRED, VOUCHER_CANCELLED,
     *     VOUCHER_BLOCKED, VOUCHER_EXCEEDED; VOUCHER_HELD where it is kept for another order; VOUCHER_BASKET_NEEDED,
     *     VOUCHER_BASKET_TOO_SMALL, VOUCHER_TAKES_LESS by what it asks of the purchase
     */
    public Voucher use(String code, VoucherUse use) {
        Voucher voucher = books.locked(get(code));
        ownCard.refuse(voucher.member());
        if (voucher.heldFromAt(use.order(), clock.now())) {
            throw new Refusal(VoucherRefusal.VOUCHER_HELD);
        }
        long amount = voucher.kind().isMoney() ? use.amount().orElse(Math.max(1, voucher.remaining())) : 1;
        VoucherConditions conditions = terms.conditions(voucher);
        // What is wrong with the voucher itself is said first.
        if (VoucherLife.refusal(voucher, VoucherEvent.Kind.USED, amount, clock.now())
                .isEmpty()) {
            terms.refuse(voucher, conditions, use);
        }
        Optional<Long> worth =
                voucher.kind().isMoney() ? Optional.empty() : conditions.worth(use.basket(), use.amount());
        Voucher after = books.happened(
                voucher,
                new VoucherBooks.Happening(
                        VoucherEvent.Kind.USED, amount, worth, Optional.of(use.order()), "USE", Optional.empty()));
        outbox.publish(
                "voucher.used", Optional.of(after.member()), VoucherNotice.of(after, amount, Optional.of(use.order())));
        return after;
    }

    /**
     * Undoes what was used of a voucher for an order; what lapsed meanwhile has lapsed.
     *
     * @throws Refusal as {@link #get}; VOUCHER_NOT_USED where nothing stands as used for it; VOUCHER_BLOCKED, VOUCHER_HELD;
     *     VOUCHER_CANCELLED where it was replaced
     */
    public Voucher unuse(String code, VoucherOrder order) {
        Voucher voucher = books.locked(get(code));
        ownCard.refuse(voucher.member());
        long used = vouchers.usedFor(voucher.id(), order);
        return books.happened(
                voucher,
                new VoucherBooks.Happening(
                        VoucherEvent.Kind.UNUSED,
                        used,
                        Optional.empty(),
                        Optional.of(order),
                        "UNUSE",
                        Optional.empty()));
    }

    /**
     * Stops a voucher that was lost or stolen.
     *
     * @param reason a code, as in LOST
     * @throws Refusal as {@link #get}; VOUCHER_BLOCKED, VOUCHER_USED, VOUCHER_EXPIRED, VOUCHER_CANCELLED
     */
    public Voucher block(String code, String reason) {
        return byHand(code, handed(VoucherEvent.Kind.BLOCKED, reason, Optional.empty()), "voucher.blocked");
    }

    /**
     * Lifts a block.
     *
     * @throws Refusal as {@link #get}; VOUCHER_NOT_BLOCKED
     */
    public Voucher unblock(String code, String reason) {
        return byHand(code, handed(VoucherEvent.Kind.UNBLOCKED, reason, Optional.empty()), "voucher.unblocked");
    }

    /**
     * Replaces a voucher whose code is known to others, or can't be read any more: the old one is taken back, and another one
     * of what remained, with the same dates, stands in its place wherever the old one came from.
     *
     * @param reason a code, as in LOST
     * @return the new one
     * @throws Refusal as {@link #get}; VOUCHER_HELD, VOUCHER_USED, VOUCHER_EXPIRED, VOUCHER_CANCELLED
     */
    public Voucher reissue(String code, String reason) {
        UUID successor = Ids.next();
        Voucher voucher =
                byHand(code, handed(VoucherEvent.Kind.REISSUED, reason, Optional.of(successor)), "voucher.reissued");
        Instant now = clock.now();
        Optional<UUID> cause = vouchers.events(voucher.id()).get(0).about();
        Voucher fresh = printer.again(voucher, successor, now);
        vouchers.add(fresh, printer.firstEvents(fresh, new VoucherPrinter.Origin("REISSUE", cause), now));
        outbox.publish("voucher.issued", Optional.of(fresh.member()), VoucherNotice.of(fresh));
        return fresh;
    }

    /**
     * Takes back every voucher that came of a redemption or receipt; the member's lock is held by the caller.
     *
     * @throws Refusal VOUCHER_USED, VOUCHER_EXPIRED, VOUCHER_BLOCKED where one can't be taken back
     */
    public List<Voucher> cancelAbout(UUID cause, String reason) {
        List<Voucher> about = vouchers.about(cause);
        // What was reissued is over; what was used of it before is still used.
        if (about.stream().anyMatch(voucher -> voucher.state() == VoucherState.CANCELLED && voucher.used() > 0)) {
            throw new Refusal(VoucherRefusal.VOUCHER_USED);
        }
        return about.stream()
                .filter(voucher -> voucher.state() != VoucherState.CANCELLED)
                .map(voucher -> books.happened(
                        vouchers.lock(voucher.id()).orElseThrow(),
                        new VoucherBooks.Happening(
                                VoucherEvent.Kind.CANCELLED,
                                0,
                                Optional.empty(),
                                Optional.empty(),
                                reason,
                                Optional.of(cause))))
                .toList();
    }

    /** When the clock next makes a voucher active or lets one expire. */
    public Optional<Instant> nextDue() {
        return vouchers.nextDue();
    }

    /** Books what the clock has decided, for some vouchers; whether there may be more. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean bookSome(Instant upTo) {
        List<Voucher> due = vouchers.due(upTo, DUE_A_TRANSACTION);
        for (Voucher seen : due) {
            Voucher voucher = books.locked(seen);
            if (voucher.stateAt(upTo) != voucher.state()) {
                books.due(voucher, upTo);
            }
        }
        return due.size() == DUE_A_TRANSACTION;
    }

    /** As {@link #get}, for a page whose address may name anything: nothing where the code is unknown or its caller guesses. */
    public Optional<Voucher> find(String code) {
        if (guesses.isWaiting()) {
            return Optional.empty();
        }
        Optional<Voucher> found = VoucherCode.read(code).flatMap(vouchers::find);
        if (found.isEmpty()) {
            guesses.missed();
        }
        return found;
    }

    private Voucher byHand(String code, VoucherBooks.Happening what, String action) {
        Voucher voucher = books.locked(get(code));
        ownCard.refuse(voucher.member());
        Voucher after = books.happened(voucher, what);
        audit.record(
                action,
                "voucher",
                after.id().toString(),
                Map.of("state", voucher.state()),
                Map.of("state", after.state(), "reason", what.reason()));
        return after;
    }

    private static VoucherBooks.Happening handed(VoucherEvent.Kind kind, String reason, Optional<UUID> about) {
        return new VoucherBooks.Happening(kind, 0, Optional.empty(), Optional.empty(), reason, about);
    }
}
