package io.steadfast.programs.core;

/**
 * Rules that are judged together (domain 41). Groups and rules outside groups share one order of priorities.
 *
 * @param scope whether the choice is made once for the order or for each line
 */
public record RuleGroup(String code, LocalText name, int priority, Mode mode, Scope scope) {

    public enum Mode {
        /** All of them. */
        SUM,
        /** The first whose conditions hold. */
        FIRST,
        /** The one worth most. */
        BEST_FOR_MEMBER,
        /** The one worth least. */
        LOWEST_COST,
        /** All of them, and nothing that comes later. */
        EXCLUSIVE
    }

    public enum Scope {
        ORDER,
        LINE
    }
}
