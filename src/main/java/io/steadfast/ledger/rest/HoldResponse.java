package io.steadfast.ledger.rest;

import io.steadfast.ledger.core.Hold;
import io.steadfast.ledger.core.HoldState;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A hold as it stands by the clock.
 *
 * @param entryId the entry that reserved the points
 * @param settledBy the entry that used or released them
 */
public record HoldResponse(
        String holdId,
        MemberId memberId,
        WalletCode wallet,
        long points,
        long committed,
        HoldState state,
        Instant heldAt,
        Instant timesOutAt,
        UUID entryId,
        Optional<UUID> settledBy) {

    static HoldResponse of(Hold hold, Instant now) {
        return new HoldResponse(
                hold.id(),
                hold.member(),
                hold.wallet(),
                hold.points(),
                hold.committed(),
                hold.stateAt(now),
                hold.heldAt(),
                hold.timesOutAt(),
                hold.entry(),
                hold.settledBy());
    }
}
