package io.steadfast.accrual.rest;

import io.steadfast.accrual.ReportedOrder;
import io.steadfast.accrual.core.AccrualRefusal;
import io.steadfast.accrual.core.OrderStatus;
import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Several orders in their whole present states. */
public record BatchRequest(
        @Schema(required = true) @Nullable List<Item> orders) {

    static final int MOST_ORDERS = 100;

    /** An order with its own source and reference. */
    public record Item(
            @Schema(required = true) @Nullable String source,
            @Schema(required = true) @Nullable String reference,
            Optional<Long> revision,
            Optional<MemberReference> member,
            @Schema(required = true) @Nullable Instant occurredAt,
            Optional<String> store,
            Optional<String> channel,
            @Schema(required = true) @Nullable Currency currency,
            @Schema(required = true) @Nullable OrderStatus status,
            Optional<Instant> fulfilledAt,
            Optional<Boolean> pricesIncludeTax,
            @Schema(required = true) @Nullable List<LineRequest> lines,
            Optional<Long> shipping,
            @Nullable List<TenderRequest> tenders,
            Optional<OrderRequest.DonationRequest> donation,
            @Nullable List<ReturnRequest> returns) {

        /** Reads it whole and refuses (400) naming every wrong field. */
        ReportedOrder reported() {
            FieldErrors errors = new FieldErrors();
            OrderFields fields = new OrderFields(errors, "");
            ReportedOrder order = new OrderRequest(
                            revision,
                            member,
                            occurredAt,
                            store,
                            channel,
                            currency,
                            status,
                            fulfilledAt,
                            pricesIncludeTax,
                            lines,
                            shipping,
                            tenders,
                            donation,
                            returns)
                    .reported(fields.code("source", source), fields.code("reference", reference), fields);
            errors.refuseIfAny();
            return order;
        }
    }

    List<Item> items() {
        if (orders == null || orders.isEmpty()) {
            throw FieldErrors.one("orders", FieldReason.REQUIRED);
        }
        if (orders.size() > MOST_ORDERS) {
            throw FieldErrors.one("orders", AccrualRefusal.TOO_MANY_ORDERS, Map.of("most", MOST_ORDERS));
        }
        return orders;
    }
}
