package io.steadfast.vouchers;

import io.steadfast.ledger.LedgerService;
import io.steadfast.members.OwnCard;
import io.steadfast.platform.audit.AuditTrail;
import io.steadfast.platform.outbox.Outbox;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.shared.MemberId;
import io.steadfast.vouchers.core.Voucher;
import io.steadfast.vouchers.core.VoucherCode;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private LedgerService ledger;

    @Inject
    private CodeGuesses guesses;

    @Inject
    private OwnCard ownCard;

    @Inject
    private CurrentActor currentActor;

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
        vouchers.add(voucher, printer.firstEvents(voucher, wanted, now));
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
     *     VOUCHER_BLOCKED, VOUCHER_EXCEEDED
     */
    public Voucher use(String code, VoucherUse use) {
        Voucher voucher = locked(get(code));
        ownCard.refuse(voucher.member());
        long amount = voucher.kind().isMoney() ? use.amount().orElse(Math.max(1, voucher.remaining())) : 1;
        Optional<Long> worth = voucher.kind().isMoney() ? Optional.empty() : use.amount();
        Voucher after = happened(
                voucher,
                new Happening(
                        VoucherEvent.Kind.USED, amount, worth, Optional.of(use.order()), "USE", Optional.empty()));
        outbox.publish(
                "voucher.used", Optional.of(after.member()), VoucherNotice.of(after, amount, Optional.of(use.order())));
        return after;
    }

    /**
     * Undoes what was used of a voucher for an order; what lapsed meanwhile has lapsed.
     *
     * @throws Refusal as {@link #get}; VOUCHER_NOT_USED where nothing stands as used for it; VOUCHER_BLOCKED
     */
    public Voucher unuse(String code, VoucherOrder order) {
        Voucher voucher = locked(get(code));
        long used = vouchers.usedFor(voucher.id(), order);
        return happened(
                voucher,
                new Happening(
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
        return byHand(code, VoucherEvent.Kind.BLOCKED, reason, "voucher.blocked");
    }

    /**
     * Lifts a block.
     *
     * @throws Refusal as {@link #get}; VOUCHER_NOT_BLOCKED
     */
    public Voucher unblock(String code, String reason) {
        return byHand(code, VoucherEvent.Kind.UNBLOCKED, reason, "voucher.unblocked");
    }

    /**
     * Takes back every voucher that came of a redemption or receipt; the member's lock is held by the caller.
     *
     * @throws Refusal VOUCHER_USED, VOUCHER_EXPIRED, VOUCHER_BLOCKED where one can't be taken back
     */
    public List<Voucher> cancelAbout(UUID cause, String reason) {
        return vouchers.about(cause).stream()
                .map(voucher -> happened(
                        vouchers.lock(voucher.id()).orElseThrow(),
                        new Happening(
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
            Voucher voucher = locked(seen);
            VoucherState state = voucher.stateAt(upTo);
            if (state != voucher.state()) {
                due(voucher, state, upTo);
            }
        }
        return due.size() == DUE_A_TRANSACTION;
    }

    private void due(Voucher voucher, VoucherState state, Instant upTo) {
        VoucherEvent.Kind kind =
                state == VoucherState.EXPIRED ? VoucherEvent.Kind.EXPIRED : VoucherEvent.Kind.ACTIVATED;
        Instant at = state == VoucherState.EXPIRED ? voucher.expiresAt().orElse(upTo) : voucher.activeFrom();
        Voucher after = VoucherLife.after(voucher, kind, 0, upTo);
        Actor actor = currentActor.actor();
        vouchers.happened(
                after,
                new VoucherEvent(
                        after.seq(),
                        kind,
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        actor.kind().name(),
                        actor.id(),
                        "DUE",
                        Optional.empty(),
                        at));
        if (kind == VoucherEvent.Kind.EXPIRED) {
            outbox.publish("voucher.expired", Optional.of(after.member()), VoucherNotice.of(after));
        }
    }

    private Voucher byHand(String code, VoucherEvent.Kind kind, String reason, String action) {
        Voucher voucher = locked(get(code));
        Voucher after =
                happened(voucher, new Happening(kind, 0, Optional.empty(), Optional.empty(), reason, Optional.empty()));
        audit.record(
                action,
                "voucher",
                after.id().toString(),
                Map.of("state", voucher.state()),
                Map.of("state", after.state(), "reason", reason));
        return after;
    }

    /** The voucher as it is once its member and it are locked. */
    private Voucher locked(Voucher seen) {
        ledger.lockMember(seen.member());
        return vouchers.lock(seen.id()).orElseThrow();
    }

    private record Happening(
            VoucherEvent.Kind kind,
            long amount,
            Optional<Long> worth,
            Optional<VoucherOrder> order,
            String reason,
            Optional<UUID> about) {}

    private Voucher happened(Voucher voucher, Happening what) {
        Instant now = clock.now();
        VoucherLife.refusal(voucher, what.kind(), what.amount(), now).ifPresent(reason -> {
            throw new Refusal(reason, Map.of("remaining", voucher.remaining()));
        });
        Voucher after = VoucherLife.after(voucher, what.kind(), what.amount(), now);
        Actor actor = currentActor.actor();
        vouchers.happened(
                after,
                new VoucherEvent(
                        after.seq(),
                        what.kind(),
                        what.amount(),
                        what.worth(),
                        what.order(),
                        actor.kind().name(),
                        actor.id(),
                        what.reason(),
                        what.about(),
                        now));
        return after;
    }
}
