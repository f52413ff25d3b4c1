package io.steadfast.programs.core;

import java.util.Optional;

/**
 * How members bring friends. What each side gets is said by rules with the trigger {@link Trigger.OnReferral}; this says
 * when it is deserved: once the friend's first order was paid, still stands, and can't be returned any more.
 *
 * @param windowDays how long a return is possible, to the same time of day in the program's zone
 * @param from where that time begins
 * @param minimum what the friend's order must at least come to, less what came back of it; empty means anything
 */
public record Referral(int windowDays, From from, Optional<Amounts> minimum) {

    public enum From {
        ORDER,
        /** An order that isn't fulfilled keeps waiting. */
        FULFILMENT
    }
}
