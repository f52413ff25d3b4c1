package io.steadfast.programs.core;

import java.util.List;
import java.util.Optional;

/**
 * A right that members have by their tier, or all of them (domain 58).
 *
 * @param code by which a shop asks for it; unique in the program
 * @param detail what the member does to use it, as in a telephone number; may be empty
 * @param tier whose right it is; empty means everybody in the program
 * @param products the product numbers and category paths it holds for; empty where it isn't about products
 */
public record TierEntitlement(
        String code, LocalText name, LocalText detail, Optional<TierLevel> tier, List<String> products) {

    public TierEntitlement {
        products = List.copyOf(products);
    }
}
