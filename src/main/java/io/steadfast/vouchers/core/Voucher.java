package io.steadfast.vouchers.core;

import io.steadfast.programs.core.RewardCode;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;

/**
 * A voucher as its events add up. Its face is always what was used plus what remains (I10).
 *
 * @param version of the program whose document says what it gives
 * @param currency of a face in money; a face without one is a number of uses
 * @param face in minor units or uses
 * @param state as it was last booked; {@link #stateAt} says how it stands by the clock
 * @param expiresAt exclusive; empty: never
 * @param seq of its last event
 * @param hold for which order it is kept, while it is
 */
public record Voucher(
        UUID id,
        VoucherCode code,
        MemberId member,
        ProgramCode program,
        int version,
        RewardCode reward,
        VoucherKind kind,
        Optional<Currency> currency,
        long face,
        long used,
        VoucherState state,
        Instant issuedAt,
        Instant activeFrom,
        Optional<Instant> expiresAt,
        int seq,
        Optional<VoucherHold> hold) {

    public Voucher {
        if (face <= 0 || used < 0 || used > face) {
            throw new IllegalArgumentException("A voucher of " + face + " can't have " + used + " used");
        }
    }

    public long remaining() {
        return face - used;
    }

    /** How it stands by the clock, whether the job has run or not; what is held stays usable until the hold's end. */
    public VoucherState stateAt(Instant now) {
        if (state.isOver() || state == VoucherState.BLOCKED || state == VoucherState.CREATED) {
            return state;
        }
        if (state == VoucherState.HELD
                && hold.filter(each -> each.until().isAfter(now)).isPresent()) {
            return VoucherState.HELD;
        }
        if (expiresAt.filter(end -> !end.isAfter(now)).isPresent()) {
            return VoucherState.EXPIRED;
        }
        VoucherState plain = state == VoucherState.HELD ? unheld() : state;
        return plain == VoucherState.ASSIGNED && !activeFrom.isAfter(now) ? VoucherState.ACTIVE : plain;
    }

    /** Whether it is kept for another order than this. */
    public boolean heldFromAt(VoucherOrder order, Instant now) {
        return stateAt(now) == VoucherState.HELD
                && hold.filter(each -> !each.order().equals(order)).isPresent();
    }

    private VoucherState unheld() {
        return used > 0 ? VoucherState.PARTLY_USED : VoucherState.ASSIGNED;
    }

    Voucher then(VoucherState next, long usedThen) {
        return then(next, usedThen, Optional.empty());
    }

    Voucher held(VoucherHold by) {
        return then(VoucherState.HELD, used, Optional.of(by));
    }

    private Voucher then(VoucherState next, long usedThen, Optional<VoucherHold> heldThen) {
        return new Voucher(
                id,
                code,
                member,
                program,
                version,
                reward,
                kind,
                currency,
                face,
                usedThen,
                next,
                issuedAt,
                activeFrom,
                expiresAt,
                seq + 1,
                heldThen);
    }
}
