package io.steadfast.memberships.core;

import java.time.Instant;

/**
 * From an instant on a membership is in a state; it ends where the next phase begins.
 *
 * @param coveredUntil the exclusive end of the trial or of what is paid, as known in this phase; the past one where nothing is
 */
public record Phase(Instant from, MembershipState state, Instant coveredUntil) {

    boolean saysTheSameAs(Phase other) {
        return state == other.state && coveredUntil.equals(other.coveredUntil);
    }
}
