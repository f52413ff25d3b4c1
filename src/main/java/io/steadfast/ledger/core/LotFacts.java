package io.steadfast.ledger.core;

import io.steadfast.shared.WalletCode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A lot as it is posted.
 *
 * @param held reserved by holds
 * @param grant where it came from; known of the lots that a posting names, not of those it may merely use
 */
public record LotFacts(
        UUID id,
        WalletCode wallet,
        long pending,
        long active,
        long held,
        long blocked,
        LotDates dates,
        Optional<GrantFacts> grant) {

    /**
     * Where a lot came from and what has become of its grant.
     *
     * @param kind of the entry that made it
     * @param expired points of it that have expired, and neither were taken back since nor came back as a new lot
     * @param takenBack points of the grant that were taken back or forgiven, wherever they were found
     * @param reinstates the lapsed lot whose points they are
     * @param datedAt when its dates were last written, by the tenant's clock
     */
    public record GrantFacts(
            EntryKind kind, long granted, long expired, long takenBack, Optional<UUID> reinstates, Instant datedAt) {}
}
