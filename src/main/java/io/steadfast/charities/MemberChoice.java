package io.steadfast.charities;

import io.steadfast.programs.core.CharityCode;
import io.steadfast.shared.ProgramCode;
import java.util.Optional;

/**
 * A member's standing choice in a program that gives to charity.
 *
 * @param charity the one chosen last; empty where none ever was
 * @param state whether it can be followed
 */
public record MemberChoice(ProgramCode program, Optional<CharityCode> charity, State state) {

    /** Whether a choice is asked for. */
    public enum State {
        CHOSEN,
        /** Nobody chose yet; the default gets what waits. */
        NEVER_CHOSEN,
        /** The charity closed, or isn't offered any more: a new choice is asked for. */
        CHOOSE_AGAIN
    }
}
