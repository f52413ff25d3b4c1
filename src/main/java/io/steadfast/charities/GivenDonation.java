package io.steadfast.charities;

import io.steadfast.charities.core.Donation;
import io.steadfast.charities.core.GivenPoints;
import io.steadfast.shared.WalletCode;
import java.util.List;
import java.util.UUID;

/**
 * Points that were given.
 *
 * @param donations the member's part, and the brand's where it adds one
 * @param entry the ledger's entry that took the points
 * @param spendable what is left in the wallet
 */
public record GivenDonation(
        GivenPoints points, WalletCode wallet, List<Donation> donations, UUID entry, long spendable) {

    public GivenDonation {
        donations = List.copyOf(donations);
    }
}
