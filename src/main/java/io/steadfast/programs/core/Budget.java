package io.steadfast.programs.core;

import java.util.Optional;

/**
 * An amount of points or money, or both, that rules may use up over all members (domain 45).
 *
 * @param money minor units of the program's currency, reckoned at the wallet's value of a point
 * @param onReturn whether a reversal gives back what it had used
 */
public record Budget(
        String code, LocalText name, Optional<Long> points, Optional<Long> money, Cap.Mode mode, OnReturn onReturn) {

    public enum OnReturn {
        GIVE_BACK,
        KEEP
    }
}
