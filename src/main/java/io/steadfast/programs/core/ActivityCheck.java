package io.steadfast.programs.core;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a program asks of activities of one type before their points can be used. What can't be believed at once isn't
 * refused: its points wait until a person has looked.
 *
 * @param type as a rule's {@link Trigger.OnActivity} names it
 * @param consent what the member must have agreed to when the activity is reported; without it nothing is counted
 * @param speedLimits how fast is believed, by the activity's kind
 * @param overlap whether a member can do two things at once
 */
public record ActivityCheck(String type, Optional<Agreement> consent, List<SpeedLimit> speedLimits, Overlap overlap) {

    public ActivityCheck {
        speedLimits = List.copyOf(speedLimits);
    }

    /** Whether anything of it can put an activity in review. */
    public boolean doubts() {
        return !speedLimits.isEmpty() || overlap == Overlap.REVIEW;
    }

    /**
     * A consent that must stand.
     *
     * @param purpose as consents name it
     * @param name what the terms call it
     */
    public record Agreement(String purpose, LocalText name) {}

    /**
     * Faster than that is looked at by a person.
     *
     * @param kinds values of the activity's {@code kind}; empty means every kind
     */
    public record SpeedLimit(List<String> kinds, BigDecimal kmPerHour) {

        public SpeedLimit {
            kinds = List.copyOf(kinds);
        }

        public boolean isFor(Optional<String> kind) {
            return kinds.isEmpty() || kind.map(kinds::contains).orElse(false);
        }
    }

    /** What is done about an activity during another one of the same member. */
    public enum Overlap {
        ALLOWED,
        REVIEW
    }
}
