package io.steadfast.memberships.store;

import io.steadfast.memberships.core.Leave;
import io.steadfast.memberships.core.Outcome;
import io.steadfast.memberships.core.PriceNotice;
import io.steadfast.memberships.core.Subscription;
import io.steadfast.programs.core.Plan;
import io.steadfast.shared.Money;
import java.time.Instant;
import java.util.Currency;

/** Something that happened to a membership, as it is kept. */
record FactRow(String kind, String reference, String payment, Instant at, long amount) {

    static final String LEFT = "LEFT";
    static final String PRICE_NOTICE = "PRICE_NOTICE";

    Subscription addedTo(Subscription subscription) {
        Currency currency = subscription.terms().price().currency();
        return switch (kind) {
            case LEFT -> subscription.with(new Leave(at, Plan.Leaving.valueOf(reference), new Money(amount, currency)));
            case PRICE_NOTICE -> subscription.with(new PriceNotice(at, amount));
            default ->
                subscription.with(
                        new Outcome(Outcome.Kind.valueOf(kind), reference, payment, at, new Money(amount, currency)));
        };
    }
}
