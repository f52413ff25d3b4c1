package io.steadfast.choices.rest;

import io.steadfast.choices.core.StoreProfile;
import io.steadfast.platform.refusals.FieldReason;
import io.steadfast.platform.tenancy.Tenant;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A store as a caller sends one. Adding one reads every field; changing one reads the fields that are there, and {@code null}
 * takes a value away.
 *
 * @param code of A-Z a-z 0-9 _ . -; never changes
 * @param country ISO 3166-1 alpha-2
 * @param currency ISO 4217; the tenant's where it is left out
 * @param zone an IANA zone; the tenant's where it is left out
 * @param activeFrom its first day
 * @param activeUntil its last day
 */
public record StoreRequest(
        @Schema(required = true) @Nullable String code,
        @Schema(required = true) @Nullable String name,
        @Nullable String brand,
        @Nullable String region,
        @Nullable String country,
        @Nullable String currency,
        @Nullable String zone,
        @Nullable LocalDate activeFrom,
        @Nullable LocalDate activeUntil) {

    static StoreProfile blank(Tenant tenant) {
        return new StoreProfile(
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.of(tenant.locale().getCountry()).filter(country -> !country.isEmpty()),
                tenant.currency(),
                tenant.zone(),
                Optional.empty(),
                Optional.empty());
    }

    StoreProfile changed(StoreProfile before, Fields fields) {
        String called = fields.text("name", name, Optional.of(before.name()).filter(text -> !text.isEmpty()))
                .orElse("");
        if (called.isEmpty()) {
            fields.errors().add("name", FieldReason.REQUIRED);
        }
        StoreProfile profile = new StoreProfile(
                called,
                fields.text("brand", brand, before.brand()),
                fields.text("region", region, before.region()),
                country(before, fields),
                currency(before, fields),
                zone(before, fields),
                fields.has("activeFrom") ? Optional.ofNullable(activeFrom) : before.activeFrom(),
                fields.has("activeUntil") ? Optional.ofNullable(activeUntil) : before.activeUntil());
        fields.errors().refuseIfAny();
        return profile;
    }

    private Optional<String> country(StoreProfile before, Fields fields) {
        Optional<String> given = fields.text("country", country, before.country());
        if (given.filter(code -> !Arrays.asList(Locale.getISOCountries()).contains(code))
                .isPresent()) {
            fields.errors().add("country", FieldReason.NOT_VALID);
        }
        return given;
    }

    private Currency currency(StoreProfile before, Fields fields) {
        try {
            return currency == null ? before.currency() : Currency.getInstance(currency);
        } catch (IllegalArgumentException none) {
            fields.errors().add("currency", FieldReason.NOT_VALID);
            return before.currency();
        }
    }

    private ZoneId zone(StoreProfile before, Fields fields) {
        if (zone == null) {
            return before.zone();
        }
        try {
            if (ZoneId.getAvailableZoneIds().contains(zone)) {
                return ZoneId.of(zone);
            }
        } catch (DateTimeException none) {
            // said below
        }
        fields.errors().add("zone", FieldReason.NOT_VALID);
        return before.zone();
    }
}
