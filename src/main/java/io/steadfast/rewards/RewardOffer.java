package io.steadfast.rewards;

import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.Reward;
import io.steadfast.rewards.core.Availability;
import io.steadfast.rewards.core.CreditBound;
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
        ProgramVersion version, Reward reward, Stock stock, long issued, Optional<Availability> availability) {

    /** Whether it costs credit that may pay only a part of an order. */
    public boolean asksForBasket() {
        return CreditBound.of(version.document(), reward).isPresent();
    }

    /** Judged for an order that comes to so much; empty where nobody has said. */
    RewardOffer paying(Optional<Long> basket) {
        return new RewardOffer(
                version,
                reward,
                stock,
                issued,
                availability.map(each -> CreditBound.against(
                                version.document(), reward, each.points().orElse(0), basket)
                        .map(each::and)
                        .orElse(each)));
    }
}
