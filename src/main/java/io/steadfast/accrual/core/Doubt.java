package io.steadfast.accrual.core;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Why an activity can't be believed at once.
 *
 * @param about what was seen: the speed in km/h, or the other activity as {@code source/reference}
 * @param limit in km/h, where one was passed
 */
public record Doubt(DoubtReason reason, String about, Optional<BigDecimal> limit) {

    static Doubt tooFast(BigDecimal kmPerHour, BigDecimal limit) {
        return new Doubt(DoubtReason.TOO_FAST, kmPerHour.toPlainString(), Optional.of(limit));
    }

    static Doubt endless(BigDecimal limit) {
        return new Doubt(DoubtReason.NO_TIME_TAKEN, "0", Optional.of(limit));
    }

    static Doubt overlaps(Activity other) {
        return new Doubt(DoubtReason.OVERLAPS, other.source() + "/" + other.reference(), Optional.empty());
    }
}
