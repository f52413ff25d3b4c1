package io.steadfast.ledger.core;

import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * An entry as it stands in the books.
 *
 * @param seq its place in the member's chain, from 1
 * @param effectiveAt the activity date
 * @param postingDate the accounting day in the tenant's zone
 * @param recordedAt when it was booked
 */
public record StatementEntry(
        UUID id,
        MemberId member,
        long seq,
        WalletCode wallet,
        EntryKind kind,
        AccountChange change,
        long forgiven,
        Instant effectiveAt,
        LocalDate postingDate,
        Instant recordedAt,
        Cause cause,
        Optional<UUID> reverses) {

    /** The change of everything the member has, less what is owed. */
    public long points() {
        return change.total();
    }
}
