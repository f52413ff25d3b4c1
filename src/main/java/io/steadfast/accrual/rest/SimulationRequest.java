package io.steadfast.accrual.rest;

import io.steadfast.accrual.core.OrderStatus;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An order or activity to be tried: with {@code type} it is an activity, else an order.
 *
 * @param at when it is supposed to happen, instead of {@code occurredAt}
 * @param draft the id of a draft that judges in place of its program's version
 */
public record SimulationRequest(
        Optional<Instant> at,
        Optional<UUID> draft,
        Optional<String> type,
        Optional<String> source,
        Optional<String> reference,
        Optional<Long> revision,

        @Schema(description = "needed for an activity") @Nullable
        MemberReference member,

        @Schema(description = "needed unless at is given") @Nullable
        Instant occurredAt,

        Optional<String> store,
        Optional<String> channel,

        @Schema(description = "ISO 4217; needed for an order") @Nullable
        Currency currency,

        @Nullable OrderStatus status,
        Optional<Instant> fulfilledAt,
        Optional<Boolean> pricesIncludeTax,

        @Schema(description = "needed for an order") @Nullable
        List<LineRequest> lines,

        Optional<Long> shipping,
        @Nullable List<TenderRequest> tenders,
        Optional<OrderRequest.DonationRequest> donation,
        @Nullable List<ReturnRequest> returns,
        @Nullable Map<String, Object> attributes) {

    private static final String TRIAL = "simulation";

    boolean isActivity() {
        return type.isPresent();
    }

    String trialSource() {
        return source.orElse(TRIAL);
    }

    /** Without a reference of its own it meets no order that stands. */
    String trialReference() {
        return reference.orElse(TRIAL + "/");
    }

    private @Nullable Instant when() {
        return at.orElse(occurredAt);
    }

    ActivityRequest activity() {
        return new ActivityRequest(type.orElseThrow(), trialSource(), trialReference(), member, when(), attributes);
    }

    OrderRequest order() {
        return new OrderRequest(
                revision,
                Optional.ofNullable(member),
                when(),
                store,
                channel,
                currency,
                status == null ? OrderStatus.PAID : status,
                fulfilledAt,
                pricesIncludeTax,
                lines,
                shipping,
                tenders,
                donation,
                returns);
    }
}
