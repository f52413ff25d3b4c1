package io.steadfast.ledger.core;

import io.steadfast.shared.WalletCode;
import java.util.Optional;
import java.util.UUID;

/**
 * A lot and what has become of its points, as posted: the states add up to what was granted.
 *
 * @param reinstates the expired lot it came from
 */
public record LotStatement(
        UUID id,
        WalletCode wallet,
        long granted,
        LotDates dates,
        String funder,
        Optional<UUID> reinstates,
        States states) {

    /** Points by state. */
    public record States(long pending, long active, long held, long blocked, long spent, long expired, long reversed) {}
}
