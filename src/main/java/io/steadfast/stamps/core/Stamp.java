package io.steadfast.stamps.core;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A stamp on a card.
 *
 * @param day of the purchase, on the program's calendar
 */
public record Stamp(CardKey card, UUID order, LocalDate day) {}
