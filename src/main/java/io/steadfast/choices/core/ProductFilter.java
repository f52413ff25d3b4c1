package io.steadfast.choices.core;

import java.util.Optional;

/**
 * Which products are asked for.
 *
 * @param category of this path or below it
 * @param text part of the sku or the name, whatever its case
 */
public record ProductFilter(Optional<String> category, Optional<String> brand, Optional<String> text) {

    public static final ProductFilter ALL = new ProductFilter(Optional.empty(), Optional.empty(), Optional.empty());
}
