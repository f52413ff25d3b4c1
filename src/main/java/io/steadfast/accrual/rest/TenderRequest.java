package io.steadfast.accrual.rest;

import io.steadfast.accrual.core.Tender;
import io.steadfast.platform.refusals.FieldReason;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A part of the payment as the API contract shows it. */
public record TenderRequest(
        @Schema(required = true) Tender.@Nullable Kind kind,
        @Schema(required = true) @Nullable Long amount,
        Optional<String> redemption,
        Optional<String> hold,
        Optional<String> voucher) {

    Tender tender(OrderFields fields) {
        if (kind == null) {
            fields.wrong("kind", FieldReason.REQUIRED);
        }
        fields.most("redemption", named(redemption) + named(hold) + named(voucher), 1);
        Optional<Tender.PaidBy> paidBy = paidBy(redemption, Tender.PaidBy.Means.REDEMPTION)
                .or(() -> paidBy(hold, Tender.PaidBy.Means.HOLD))
                .or(() -> paidBy(voucher, Tender.PaidBy.Means.VOUCHER));
        return new Tender(kind == null ? Tender.Kind.OTHER : kind, fields.amount("amount", amount), paidBy);
    }

    private static int named(Optional<String> reference) {
        return reference.isPresent() ? 1 : 0;
    }

    private static Optional<Tender.PaidBy> paidBy(Optional<String> reference, Tender.PaidBy.Means means) {
        return reference.map(value -> new Tender.PaidBy(means, value));
    }
}
