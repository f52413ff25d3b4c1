package io.steadfast.platform.rest;

import java.util.Map;
import java.util.Optional;

/** What a field of a name means wherever it stands: units above all, which no type tells. */
final class FieldMeanings {

    private static final String MONEY = "in minor units of the currency";
    private static final String POINTS = "in the wallet's smallest unit";

    private static final Map<String, String> BY_NAME = Map.ofEntries(
            Map.entry("amount", MONEY),
            Map.entry("discount", MONEY),
            Map.entry("tax", MONEY),
            Map.entry("shipping", MONEY),
            Map.entry("points", POINTS),
            Map.entry("spendable", POINTS),
            Map.entry("pending", POINTS),
            Map.entry("held", POINTS),
            Map.entry("debt", POINTS),
            Map.entry("lifetime", POINTS),
            Map.entry("currency", "ISO 4217"),
            Map.entry("country", "ISO 3166-1, two letters"),
            Map.entry("zone", "of the IANA time zone database"),
            Map.entry("locale", "BCP 47"),
            Map.entry("expiresAt", "exclusive: the first instant at which it is gone"),
            Map.entry("validUntil", "exclusive"),
            Map.entry("occurredAt", "decides the rules, the tier and when points expire"),
            Map.entry("revision", "rises with every change; an older or equal one changes nothing"),
            Map.entry("decimals", "how many digits of the points stand behind the point"));

    private FieldMeanings() {}

    static Optional<String> of(String field) {
        return Optional.ofNullable(BY_NAME.get(field));
    }
}
