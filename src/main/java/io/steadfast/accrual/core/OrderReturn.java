package io.steadfast.accrual.core;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Goods or money that came back; unique in the order by {@code returnId}. */
public record OrderReturn(String returnId, Instant at, List<Line> lines, Status status) {

    public OrderReturn {
        lines = List.copyOf(lines);
    }

    /**
     * What came back of a line.
     *
     * @param quantity goods; empty for money back without goods
     * @param amount minor units of the order's currency
     */
    public record Line(String lineId, Optional<BigDecimal> quantity, Optional<Long> amount) {}

    public enum Status {
        STANDING,
        CANCELLED
    }
}
