package io.steadfast.memberships.rest;

import io.steadfast.memberships.core.Outcome;
import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import io.steadfast.shared.Money;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What became of a payment.
 *
 * @param reference the reporter's own
 * @param at when it happened
 * @param payment of a refund: the reference of the payment it is of; left out means its own reference
 */
public record PaymentRequest(
        Outcome.Kind outcome, String reference, Instant at, Money amount, Optional<String> payment) {

    private static final int MOST = 200;

    Outcome reported() {
        FieldErrors errors = new FieldErrors();
        text("reference", reference, errors);
        payment.ifPresent(other -> {
            text("payment", other, errors);
            if (outcome != Outcome.Kind.REFUNDED) {
                errors.add("payment", FieldReason.NOT_ALLOWED);
            }
        });
        long least = outcome == Outcome.Kind.FAILED ? 0 : 1;
        if (amount.amount() < least) {
            errors.add("amount.amount", FieldReason.OUT_OF_RANGE, Map.of("range", least + " –"));
        }
        errors.refuseIfAny();
        return new Outcome(outcome, reference, payment.orElse(reference), at, amount);
    }

    private static void text(String path, String text, FieldErrors errors) {
        if (text.isBlank()) {
            errors.add(path, FieldReason.REQUIRED);
        } else if (text.length() > MOST) {
            errors.add(path, FieldReason.TOO_LONG, Map.of("most", MOST));
        }
    }
}
