package io.steadfast.ledger.rest;

import io.steadfast.ledger.core.LotStatement;
import io.steadfast.shared.WalletCode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A lot: what was granted, when it can be used, and what has become of it. The states add up to what was granted. */
public record LotResponse(
        UUID id,
        WalletCode wallet,
        long granted,
        long pending,
        long active,
        long held,
        long blocked,
        long spent,
        long expired,
        long reversed,
        Instant earnedAt,
        Optional<Instant> activeAt,
        Optional<Instant> expiresAt,
        String funder,
        Optional<UUID> reinstates) {

    static LotResponse of(LotStatement lot) {
        return new LotResponse(
                lot.id(),
                lot.wallet(),
                lot.granted(),
                lot.states().pending(),
                lot.states().active(),
                lot.states().held(),
                lot.states().blocked(),
                lot.states().spent(),
                lot.states().expired(),
                lot.states().reversed(),
                lot.dates().activityAt(),
                lot.dates().activatesAt(),
                lot.dates().expiresAt(),
                lot.funder(),
                lot.reinstates());
    }
}
