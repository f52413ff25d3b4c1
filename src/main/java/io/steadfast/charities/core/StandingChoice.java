package io.steadfast.charities.core;

import io.steadfast.programs.core.CharityCode;
import java.time.Instant;

/** A member's choice for all their orders in a program, from an instant on. */
public record StandingChoice(CharityCode charity, Instant from) {}
