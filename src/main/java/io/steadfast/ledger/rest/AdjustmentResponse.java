package io.steadfast.ledger.rest;

import io.steadfast.ledger.core.EntryDraft;
import io.steadfast.ledger.core.EntryKind;
import io.steadfast.ledger.core.Posted;
import io.steadfast.ledger.core.WalletBalance;
import io.steadfast.shared.WalletCode;
import java.util.UUID;

/** What an adjustment did, and what can be spent then. */
public record AdjustmentResponse(UUID entryId, WalletCode wallet, EntryKind kind, long points, long spendable) {

    static AdjustmentResponse of(Posted posted) {
        EntryDraft entry = posted.entries().get(0);
        return new AdjustmentResponse(
                entry.id(),
                entry.wallet(),
                entry.kind(),
                entry.points(),
                posted.balance(entry.wallet()).map(WalletBalance::spendable).orElse(0L));
    }
}
