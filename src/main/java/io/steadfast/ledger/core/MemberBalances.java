package io.steadfast.ledger.core;

import java.util.List;

/**
 * Everything a member holds, by the clock.
 *
 * @param wallets by code
 * @param expiring what lapses next if nothing happens, earliest first
 */
public record MemberBalances(List<WalletBalance> wallets, List<ExpiringPoints> expiring) {

    public MemberBalances {
        wallets = List.copyOf(wallets);
        expiring = List.copyOf(expiring);
    }
}
