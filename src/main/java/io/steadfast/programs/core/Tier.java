package io.steadfast.programs.core;

import io.steadfast.shared.TierCode;
import io.steadfast.shared.WalletCode;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A step of a tier set.
 *
 * @param threshold in the metric's unit: minor units of the program's currency, points or a count; 0 for the base tier
 * @param renewal the threshold to stay, where it differs
 * @param keeps several goals some of which have to be met to stay, in the place of a threshold
 * @param multipliers of base points, by wallet; a wallet that isn't listed has 1
 * @param expiry instead of the wallet's, by wallet
 * @param entryReward a voucher that is given once, when a member first reaches the tier or passes it
 * @param benefits what members of the tier enjoy, in words
 */
public record Tier(
        TierCode code,
        LocalText name,
        long threshold,
        Optional<Long> renewal,
        Optional<Keeping> keeps,
        SortedMap<WalletCode, BigDecimal> multipliers,
        SortedMap<WalletCode, List<ExpiryPolicy>> expiry,
        Optional<RewardCode> entryReward,
        List<LocalText> benefits) {

    public Tier {
        multipliers = Collections.unmodifiableSortedMap(new TreeMap<>(multipliers));
        expiry = Collections.unmodifiableSortedMap(new TreeMap<>(expiry));
        benefits = List.copyOf(benefits);
    }
}
