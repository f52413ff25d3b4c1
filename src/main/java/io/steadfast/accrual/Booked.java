package io.steadfast.accrual;

import io.steadfast.accrual.core.GrantChange;
import io.steadfast.accrual.core.GrantKey;
import io.steadfast.ledger.core.WalletBalance;
import io.steadfast.shared.MemberId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What became of a difference in the ledger.
 *
 * @param entries for each change the entry that carries it out
 * @param before the entries of what was done before anything else
 * @param balances of each member after it
 */
record Booked(Map<GrantChange, UUID> entries, List<UUID> before, Map<MemberId, List<WalletBalance>> balances) {

    /** The lots of what was given. */
    Map<GrantKey, UUID> lots() {
        Map<GrantKey, UUID> lots = new HashMap<>();
        entries.forEach((change, entry) -> {
            if (change instanceof GrantChange.Give) {
                lots.put(change.key(), entry);
            }
        });
        return lots;
    }
}
