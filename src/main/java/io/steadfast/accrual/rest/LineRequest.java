package io.steadfast.accrual.rest;

import io.steadfast.accrual.core.OrderLine;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A line of an order as the API contract shows it. */
public record LineRequest(
        @Schema(required = true) @Nullable String lineId,
        @Schema(required = true) @Nullable String sku,
        Optional<String> name,
        Optional<String> category,
        Optional<String> brand,
        @Schema(required = true) @Nullable BigDecimal quantity,
        @Schema(required = true) @Nullable Long amount,
        Optional<Long> discount,
        Optional<Long> tax,
        @Nullable List<String> tags,
        @Nullable Map<String, List<String>> attributes) {

    OrderLine line(OrderFields fields) {
        return new OrderLine(
                fields.code("lineId", lineId),
                fields.code("sku", sku),
                fields.text("name", name),
                fields.text("category", category),
                fields.text("brand", brand),
                fields.quantity("quantity", quantity),
                fields.amount("amount", amount),
                fields.amount("discount", discount.orElse(0L)),
                fields.amount("tax", tax.orElse(0L)),
                new LinkedHashSet<>(fields.texts("tags", tags == null ? List.of() : tags)),
                attributes == null ? Map.of() : attributes);
    }
}
