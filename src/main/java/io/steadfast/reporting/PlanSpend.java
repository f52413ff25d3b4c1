package io.steadfast.reporting;

import io.steadfast.shared.Money;
import java.util.Optional;

/**
 * What members spent while they had a plan, or had none.
 *
 * @param plan its code; empty for orders made without a plan
 * @param members who ordered, each once
 * @param spend of their orders, less what was returned
 */
public record PlanSpend(Optional<String> plan, long members, long orders, Money spend) {

    /** Of one member on average, in whole minor units. */
    public Money perMember() {
        return new Money(members == 0 ? 0 : spend.amount() / members, spend.currency());
    }
}
