package io.steadfast.rewards;

import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.Reward;
import io.steadfast.rewards.core.Availability;
import io.steadfast.rewards.core.Stock;
import java.util.Optional;

/**
 * A reward as it stands in the catalogue.
 *
 * @param version in force, which sells it
 * @param issued how many were given, those taken back left out; 0 where nobody asked
 * @param availability for the member it was asked for
 */
public record RewardOffer(
        ProgramVersion version, Reward reward, Stock stock, long issued, Optional<Availability> availability) {}
