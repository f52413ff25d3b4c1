package io.steadfast.accrual.core;

import java.util.Optional;

/**
 * The charity chosen with an order.
 *
 * @param amount minor units of the order's currency; empty leaves it to the program
 */
public record OrderDonation(String charity, Optional<Long> amount, Funding funded) {

    public enum Funding {
        BRAND,
        MEMBER
    }
}
