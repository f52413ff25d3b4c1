package io.steadfast.reporting;

import io.steadfast.shared.Money;
import io.steadfast.shared.ProgramCode;
import java.util.List;

/**
 * Where members stand and what was given, beside the points.
 *
 * @param paid members whose plan is on, in grace or in its trial
 * @param given donations that stand, a sum for each currency
 * @param tiers those of every ladder on which something counted, the fullest first
 */
public record HomeStandings(long paid, List<Money> given, List<TierCount> tiers) {

    public HomeStandings {
        given = List.copyOf(given);
        tiers = List.copyOf(tiers);
    }

    /** How many members a tier has. */
    public record TierCount(ProgramCode program, String set, String tier, long members) {}
}
