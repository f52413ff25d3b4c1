package io.steadfast.ledger.core;

import io.steadfast.shared.WalletCode;
import java.util.List;
import java.util.Optional;

/**
 * What a posting did.
 *
 * @param entries for each movement of the posting, in its order, the entry that carries it out
 * @param consequences entries that followed from them: activation, expiry, release, repayment
 * @param balances of every wallet the member holds, after the posting, by the clock
 */
public record Posted(List<EntryDraft> entries, List<EntryDraft> consequences, List<WalletBalance> balances) {

    public Posted {
        entries = List.copyOf(entries);
        consequences = List.copyOf(consequences);
        balances = List.copyOf(balances);
    }

    public Optional<WalletBalance> balance(WalletCode wallet) {
        return balances.stream().filter(each -> each.wallet().equals(wallet)).findFirst();
    }
}
