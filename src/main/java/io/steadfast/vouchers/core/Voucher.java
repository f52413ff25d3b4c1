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
        int seq) {

    public Voucher {
        if (face <= 0 || used < 0 || used > face) {
            throw new IllegalArgumentException("A voucher of " + face + " can't have " + used + " used");
        }
    }

    public long remaining() {
        return face - used;
    }

    /** How it stands by the clock, whether the job has run or not. */
    public VoucherState stateAt(Instant now) {
        if (state.isOver() || state == VoucherState.BLOCKED || state == VoucherState.CREATED) {
            return state;
        }
        if (expiresAt.filter(end -> !end.isAfter(now)).isPresent()) {
            return VoucherState.EXPIRED;
        }
        return state == VoucherState.ASSIGNED && !activeFrom.isAfter(now) ? VoucherState.ACTIVE : state;
    }

    Voucher then(VoucherState next, long usedThen) {
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
                seq + 1);
    }
}
