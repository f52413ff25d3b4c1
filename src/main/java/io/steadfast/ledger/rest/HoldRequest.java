package io.steadfast.ledger.rest;

import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import java.util.Map;
import java.util.Optional;

/**
 * Points to be reserved.
 *
 * @param holdId the caller's own id
 * @param minutes how long the hold may last
 * @param basket what the order's lines come to after discounts, tax included, in the wallet's smallest unit; needed where the
 *     wallet bounds what credit may pay
 */
public record HoldRequest(
        String holdId,
        MemberId memberId,
        Optional<WalletCode> wallet,
        long points,
        int minutes,
        Optional<OrderReference> order,
        Optional<Long> basket) {

    private static final int MOST = 200;

    /** Refuses (400) what can't be a hold whatever the books say. */
    HoldRequest checked() {
        if (holdId.isBlank()) {
            throw FieldErrors.one("holdId", FieldReason.REQUIRED);
        }
        if (holdId.length() > MOST) {
            throw FieldErrors.one("holdId", FieldReason.TOO_LONG, Map.of("most", MOST));
        }
        if (points < 1) {
            throw FieldErrors.one("points", FieldReason.OUT_OF_RANGE, Map.of("range", "1 –"));
        }
        if (minutes < 1) {
            throw FieldErrors.one("minutes", FieldReason.OUT_OF_RANGE, Map.of("range", "1 –"));
        }
        if (basket.filter(comesTo -> comesTo < 0).isPresent()) {
            throw FieldErrors.one("basket", FieldReason.OUT_OF_RANGE, Map.of("range", "0 –"));
        }
        return this;
    }
}
