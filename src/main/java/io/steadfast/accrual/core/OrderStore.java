package io.steadfast.accrual.core;

import java.util.Optional;

/** The store of an order with what rules may ask about it. */
public record OrderStore(String code, Optional<String> brand, Optional<String> region, Optional<String> country) {

    /** A store of which the tenant says nothing but its code. */
    public static OrderStore of(String code) {
        return new OrderStore(code, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
