package io.steadfast.vouchers.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What may happen to a voucher next, and what it is then (domain 54). Decides by the clock it is given. */
public final class VoucherLife {

    private VoucherLife() {}

    /** Why this can't happen to the voucher now; empty when it can. */
    public static Optional<VoucherRefusal> refusal(Voucher voucher, VoucherEvent.Kind kind, long amount, Instant now) {
        VoucherState state = voucher.stateAt(now);
        return switch (kind) {
            case USED -> refusesUse(voucher, amount, state);
            case UNUSED -> refusesUnuse(voucher, amount, state);
            case BLOCKED -> state == VoucherState.BLOCKED ? Optional.of(VoucherRefusal.VOUCHER_BLOCKED) : over(state);
            case UNBLOCKED ->
                state == VoucherState.BLOCKED ? Optional.empty() : Optional.of(VoucherRefusal.VOUCHER_NOT_BLOCKED);
            case CANCELLED -> refusesCancel(voucher, state);
            case EXPIRED ->
                voucher.state().isOver() || voucher.state() == VoucherState.BLOCKED || state != VoucherState.EXPIRED
                        ? Optional.of(VoucherRefusal.VOUCHER_NOT_ACTIVE)
                        : Optional.empty();
            case ACTIVATED ->
                voucher.state() == VoucherState.ASSIGNED && state == VoucherState.ACTIVE
                        ? Optional.empty()
                        : Optional.of(VoucherRefusal.VOUCHER_NOT_ACTIVE);
            case ASSIGNED ->
                state == VoucherState.CREATED ? Optional.empty() : Optional.of(VoucherRefusal.VOUCHER_NOT_ACTIVE);
            case CREATED -> Optional.of(VoucherRefusal.VOUCHER_NOT_ACTIVE);
            case HELD -> held(state).or(() -> refusesUse(voucher, 1, state));
            case RELEASED ->
                voucher.state() == VoucherState.HELD ? Optional.empty() : Optional.of(VoucherRefusal.VOUCHER_NOT_HELD);
            case REISSUED -> held(state).or(() -> over(state));
        };
    }

    /**
     * The voucher once it has happened.
     *
     * @throws IllegalArgumentException where {@link #refusal} has a reason against it, and for a hold, which is
     *     {@link #held}
     */
    public static Voucher after(Voucher voucher, VoucherEvent.Kind kind, long amount, Instant now) {
        refusal(voucher, kind, amount, now).ifPresent(reason -> {
            throw new IllegalArgumentException(kind + " can't follow " + voucher.state() + ": " + reason);
        });
        return switch (kind) {
            case USED -> {
                long used = voucher.used() + amount;
                yield voucher.then(used == voucher.face() ? VoucherState.USED : VoucherState.PARTLY_USED, used);
            }
            case UNUSED -> standing(voucher, voucher.used() - amount, now);
            case UNBLOCKED -> standing(voucher, voucher.used(), now);
            case RELEASED ->
                voucher.then(voucher.used() > 0 ? VoucherState.PARTLY_USED : VoucherState.ACTIVE, voucher.used());
            case BLOCKED -> voucher.then(VoucherState.BLOCKED, voucher.used());
            case CANCELLED, REISSUED -> voucher.then(VoucherState.CANCELLED, voucher.used());
            case EXPIRED -> voucher.then(VoucherState.EXPIRED, voucher.used());
            case ACTIVATED -> voucher.then(VoucherState.ACTIVE, voucher.used());
            case HELD -> throw new IllegalArgumentException("A hold names an order and an end");
            default -> voucher.then(VoucherState.ASSIGNED, voucher.used());
        };
    }

    /**
     * The voucher once it is kept for an order.
     *
     * @throws IllegalArgumentException where {@link #refusal} has a reason against it
     */
    public static Voucher held(Voucher voucher, VoucherHold by, Instant now) {
        refusal(voucher, VoucherEvent.Kind.HELD, 0, now).ifPresent(reason -> {
            throw new IllegalArgumentException("Voucher can't be held: " + reason);
        });
        return voucher.held(by);
    }

    private static Optional<VoucherRefusal> held(VoucherState state) {
        return state == VoucherState.HELD ? Optional.of(VoucherRefusal.VOUCHER_HELD) : Optional.empty();
    }

    /** Where it stands with so much used, whatever it was before. */
    private static Voucher standing(Voucher voucher, long used, Instant now) {
        VoucherState plain = used > 0 ? VoucherState.PARTLY_USED : VoucherState.ASSIGNED;
        Voucher then = voucher.then(plain, used);
        return voucher.then(then.stateAt(now), used);
    }

    private static Optional<VoucherRefusal> refusesUse(Voucher voucher, long amount, VoucherState state) {
        if (state == VoucherState.CREATED || state == VoucherState.ASSIGNED) {
            return Optional.of(VoucherRefusal.VOUCHER_NOT_ACTIVE);
        }
        if (state == VoucherState.BLOCKED) {
            return Optional.of(VoucherRefusal.VOUCHER_BLOCKED);
        }
        return over(state)
                .or(() -> amount <= 0 || amount > voucher.remaining()
                        ? Optional.of(VoucherRefusal.VOUCHER_EXCEEDED)
                        : Optional.empty());
    }

    /**
     * A use is undone on a voucher that has lapsed since, too: what comes back has lapsed with it. Not on one that was replaced: it
     * would be good again for what its successor is good for.
     */
    private static Optional<VoucherRefusal> refusesUnuse(Voucher voucher, long amount, VoucherState state) {
        if (state == VoucherState.BLOCKED) {
            return Optional.of(VoucherRefusal.VOUCHER_BLOCKED);
        }
        if (state == VoucherState.CANCELLED) {
            return Optional.of(VoucherRefusal.VOUCHER_CANCELLED);
        }
        return held(state)
                .or(() -> amount <= 0 || amount > voucher.used()
                        ? Optional.of(VoucherRefusal.VOUCHER_NOT_USED)
                        : Optional.empty());
    }

    private static Optional<VoucherRefusal> refusesCancel(Voucher voucher, VoucherState state) {
        if (state == VoucherState.BLOCKED) {
            return Optional.of(VoucherRefusal.VOUCHER_BLOCKED);
        }
        return voucher.used() > 0
                ? Optional.of(VoucherRefusal.VOUCHER_USED)
                : held(state).or(() -> over(state));
    }

    private static Optional<VoucherRefusal> over(VoucherState state) {
        return switch (state) {
            case USED -> Optional.of(VoucherRefusal.VOUCHER_USED);
            case EXPIRED -> Optional.of(VoucherRefusal.VOUCHER_EXPIRED);
            case CANCELLED -> Optional.of(VoucherRefusal.VOUCHER_CANCELLED);
            default -> Optional.empty();
        };
    }

    /** Whether of what one cause gave nothing was ever used, and all that stands of it can be taken back now. */
    public static boolean isUntouched(List<Voucher> ofOne, Instant now) {
        List<Voucher> standing = ofOne.stream()
                .filter(voucher -> voucher.state() != VoucherState.CANCELLED)
                .toList();
        return !standing.isEmpty()
                && ofOne.stream().allMatch(voucher -> voucher.used() == 0)
                && standing.stream()
                        .map(voucher -> voucher.stateAt(now))
                        .allMatch(state -> state == VoucherState.ACTIVE || state == VoucherState.ASSIGNED);
    }
}
