package io.steadfast.accrual.rest;

import io.steadfast.accrual.core.OrderReturn;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A return as the API contract shows it. */
public record ReturnRequest(
        @Schema(required = true) @Nullable String returnId,
        @Schema(required = true) @Nullable Instant at,

        @Schema(description = "needed unless it is cancelled") @Nullable
        List<Line> lines,

        Optional<Boolean> cancelled) {

    /** What came back of a line; without {@code lineId} money back on the whole order. */
    public record Line(
            @Schema(description = "needed beside a quantity")
            Optional<String> lineId,

            @Schema(description = "needed unless an amount is given")
            Optional<BigDecimal> quantity,

            Optional<Long> amount) {

        OrderReturn.Line line(OrderFields fields) {
            if (!(quantity.isPresent() || amount.isPresent())) {
                fields.missing("quantity");
            }
            if (!(lineId.isPresent() || quantity.isEmpty())) {
                fields.missing("lineId");
            }
            return new OrderReturn.Line(
                    fields.text("lineId", lineId),
                    quantity.map(value -> fields.quantity("quantity", value)),
                    amount.map(value -> fields.amount("amount", value)));
        }
    }

    OrderReturn orderReturn(OrderFields fields) {
        boolean withdrawn = cancelled.orElse(false);
        List<OrderReturn.Line> goods = new ArrayList<>();
        List<Line> given = lines == null ? List.of() : lines;
        if (!(withdrawn || !given.isEmpty())) {
            fields.missing("lines");
        }
        fields.most("lines", given.size(), OrderFields.MOST_LINES);
        for (int at = 0; at < given.size(); at++) {
            goods.add(given.get(at).line(fields.in("lines[" + at + "]")));
        }
        return new OrderReturn(
                fields.code("returnId", returnId),
                fields.instant("at", at),
                goods,
                withdrawn ? OrderReturn.Status.CANCELLED : OrderReturn.Status.STANDING);
    }
}
