package io.steadfast.vouchers;

import io.steadfast.ledger.LedgerService;
import io.steadfast.platform.outbox.Outbox;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.vouchers.core.Voucher;
import io.steadfast.vouchers.core.VoucherEvent;
import io.steadfast.vouchers.core.VoucherHold;
import io.steadfast.vouchers.core.VoucherLife;
import io.steadfast.vouchers.core.VoucherOrder;
import io.steadfast.vouchers.core.VoucherState;
import io.steadfast.vouchers.store.VoucherRepository;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Locks vouchers, lets things happen to them, and writes down what happened. */
@Dependent
class VoucherBooks {

    @Inject
    private VoucherRepository vouchers;

    @Inject
    private LedgerService ledger;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Outbox outbox;

    @Inject
    private TenantClock clock;

    record Happening(
            VoucherEvent.Kind kind,
            long amount,
            Optional<Long> worth,
            Optional<VoucherOrder> order,
            String reason,
            Optional<UUID> about) {}

    /** The voucher as it is once its member and it are locked. */
    Voucher locked(Voucher seen) {
        ledger.lockMember(seen.member());
        return vouchers.lock(seen.id()).orElseThrow();
    }

    Voucher happened(Voucher voucher, Happening what) {
        Instant now = clock.now();
        refuse(voucher, what, now);
        Voucher after = VoucherLife.after(voucher, what.kind(), what.amount(), now);
        write(after, what, now);
        return after;
    }

    Voucher held(Voucher voucher, VoucherHold hold) {
        Instant now = clock.now();
        Happening what = new Happening(
                VoucherEvent.Kind.HELD, 0, Optional.empty(), Optional.of(hold.order()), "HOLD", Optional.empty());
        refuse(voucher, what, now);
        Voucher after = VoucherLife.held(voucher, hold, now);
        write(after, what, now);
        return after;
    }

    /** Books what the clock has decided: what was held is let go first, and may have lapsed with that. */
    void due(Voucher voucher, Instant upTo) {
        Optional<Instant> letGo = voucher.hold().map(VoucherHold::until).filter(until -> !until.isAfter(upTo));
        Voucher free = letGo.map(until -> clocked(voucher, VoucherEvent.Kind.RELEASED, upTo, until))
                .orElse(voucher);
        VoucherState state = free.stateAt(upTo);
        if (state == VoucherState.EXPIRED) {
            Instant end = free.expiresAt().orElse(upTo);
            Instant at = letGo.filter(end::isBefore).orElse(end);
            Voucher after = clocked(free, VoucherEvent.Kind.EXPIRED, upTo, at);
            outbox.publish("voucher.expired", Optional.of(after.member()), VoucherNotice.of(after));
        } else if (state != free.state()) {
            clocked(free, VoucherEvent.Kind.ACTIVATED, upTo, free.activeFrom());
        }
    }

    private Voucher clocked(Voucher voucher, VoucherEvent.Kind kind, Instant upTo, Instant at) {
        Voucher after = VoucherLife.after(voucher, kind, 0, upTo);
        write(after, new Happening(kind, 0, Optional.empty(), Optional.empty(), "DUE", Optional.empty()), at);
        return after;
    }

    private static void refuse(Voucher voucher, Happening what, Instant now) {
        VoucherLife.refusal(voucher, what.kind(), what.amount(), now).ifPresent(reason -> {
            throw new Refusal(reason, Map.of("remaining", voucher.remaining()));
        });
    }

    private void write(Voucher after, Happening what, Instant at) {
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
                        at));
    }

    /** What is kept for an order at a checkout was promised to it, and what is blocked or over can't be taken. */
    Set<UUID> untouched(Collection<UUID> causes, Instant now) {
        return vouchers.aboutAll(causes).entrySet().stream()
                .filter(each -> VoucherLife.isUntouched(each.getValue(), now))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
