package io.steadfast.imports.core;

import java.util.Map;
import java.util.Optional;

/** Mappings of files that are known by a name. */
public final class Mappings {

    private static final Map<String, Map<String, String>> BY_NAME = Map.of(
            // Fader and Hardie's file of CDNOW's customers: one row an order, amounts in dollars
            "CDNOW",
            Map.of(
                    "reference", "order_id",
                    "member.externalId", "customer_id",
                    "occurredAt", "ordered_on",
                    "quantity", "quantity",
                    "amount", "amount"));

    private Mappings() {}

    public static Optional<Map<String, String>> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
