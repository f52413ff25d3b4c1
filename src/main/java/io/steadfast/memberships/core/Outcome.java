package io.steadfast.memberships.core;

import io.steadfast.shared.Money;
import java.time.Instant;

/**
 * What became of a payment, as the provider or the tenant reports it.
 *
 * @param reference the reporter's own; with the kind it names the outcome, whatever is repeated
 * @param payment the reference of the payment a refund is of; the outcome's own otherwise
 * @param at when it happened, not when it was reported
 */
public record Outcome(Kind kind, String reference, String payment, Instant at, Money amount) {

    public enum Kind {
        PAID,
        FAILED,
        REFUNDED
    }

    /** Whether the other is the same outcome told again. */
    public boolean isNamedAs(Outcome other) {
        return kind == other.kind && reference.equals(other.reference);
    }
}
