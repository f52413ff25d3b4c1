package io.steadfast.memberships.core;

import io.steadfast.shared.ProgramCode;
import java.util.Optional;

/**
 * Which memberships a list shows, the newest first.
 *
 * @param before the last one shown; empty for the first page
 * @param most rows wanted
 */
public record ListWish(
        Optional<ProgramCode> program, Optional<MembershipState> state, Optional<MembershipId> before, int most) {}
