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
     * @param lineId empty for money back on the order as a whole
     * @param quantity goods; empty for money back without goods
     * @param amount minor units of the order's currency
     */
    public record Line(Optional<String> lineId, Optional<BigDecimal> quantity, Optional<Long> amount) {}

    public boolean stands() {
        return status == Status.STANDING;
    }

    /** The same goods and money, withdrawn. */
    public OrderReturn withdrawn() {
        return new OrderReturn(returnId, at, lines, Status.CANCELLED);
    }

    public enum Status {
        STANDING,
        CANCELLED
    }
}
