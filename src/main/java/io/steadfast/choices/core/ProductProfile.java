package io.steadfast.choices.core;

import java.util.Optional;

/**
 * What is known of a product.
 *
 * @param category a path such as {@code shoes/sneakers}
 */
public record ProductProfile(Optional<String> name, Optional<String> category, Optional<String> brand) {}
