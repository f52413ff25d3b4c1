package io.steadfast.choices.rest;

import io.steadfast.choices.core.Store;
import java.time.LocalDate;
import java.util.Optional;

/** A store. */
public record StoreResponse(
        String code,
        String name,
        Optional<String> brand,
        Optional<String> region,
        Optional<String> country,
        String currency,
        String zone,
        Optional<LocalDate> activeFrom,
        Optional<LocalDate> activeUntil) {

    static StoreResponse of(Store store) {
        return new StoreResponse(
                store.code(),
                store.profile().name(),
                store.profile().brand(),
                store.profile().region(),
                store.profile().country(),
                store.profile().currency().getCurrencyCode(),
                store.profile().zone().getId(),
                store.profile().activeFrom(),
                store.profile().activeUntil());
    }
}
