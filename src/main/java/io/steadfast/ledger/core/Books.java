package io.steadfast.ledger.core;

import io.steadfast.shared.WalletCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What of a member's books a posting touches, read under the member's lock.
 *
 * @param now the tenant's business instant
 * @param lots every lot the posting may touch: those it names, and of the wallets it uses as many usable ones, in the
 *     order of use, as it can need
 * @param spends the entries it gives back or settles
 * @param lapses of accounts that a late activity may keep alive, those after it happened, the last first
 */
public record Books(
        Instant now,
        Map<WalletCode, AccountFacts> accounts,
        List<LotFacts> lots,
        Map<UUID, SpendFacts> spends,
        Map<WalletCode, List<AccountLapse>> lapses) {

    public Books {
        accounts = Map.copyOf(accounts);
        lots = List.copyOf(lots);
        spends = Map.copyOf(spends);
        lapses = Map.copyOf(lapses);
    }

    AccountFacts account(WalletCode wallet) {
        return accounts.getOrDefault(wallet, AccountFacts.none(wallet));
    }
}
