package io.steadfast.choices.core;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;

/**
 * What is known of a store.
 *
 * @param brand a label of the tenant's, as on the lines of orders
 * @param country ISO 3166-1 alpha-2
 * @param activeFrom its first day
 * @param activeUntil its last day
 */
public record StoreProfile(
        String name,
        Optional<String> brand,
        Optional<String> region,
        Optional<String> country,
        Currency currency,
        ZoneId zone,
        Optional<LocalDate> activeFrom,
        Optional<LocalDate> activeUntil) {}
