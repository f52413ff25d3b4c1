package io.steadfast.tenants.rest;

import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import io.steadfast.shared.TenantSlug;
import io.steadfast.tenants.NewTenant;
import io.steadfast.tenants.TenantRefusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /tenants}. */
public record TenantRequest(
        @Schema(required = true) @Nullable String slug,
        @Schema(required = true) @Nullable String name,
        @Nullable Boolean sandbox,
        @Schema(required = true) @Nullable String currency,
        @Schema(required = true) @Nullable String zone,
        @Schema(required = true) @Nullable String locale,
        @Schema(required = true) @Nullable OwnerRequest owner,
        @Nullable Instant now) {

    private static final int LONGEST = 200;

    /** Who is let in first. */
    public record OwnerRequest(
            @Schema(required = true) @Nullable String email,
            @Schema(required = true) @Nullable String name) {}

    /** @param realNow where a sandbox's clock starts when the body names no instant */
    NewTenant checked(Instant realNow) {
        FieldErrors errors = new FieldErrors();
        required(errors, "slug", slug);
        required(errors, "name", name);
        required(errors, "currency", currency);
        required(errors, "zone", zone);
        required(errors, "locale", locale);
        required(errors, "owner.email", owner == null ? null : owner.email());
        required(errors, "owner.name", owner == null ? null : owner.name());
        boolean asSandbox = Boolean.TRUE.equals(sandbox);
        if (now != null && !asSandbox) {
            errors.add("now", TenantRefusal.NOW_IS_FOR_SANDBOXES);
        }
        errors.refuseIfAny();
        Optional<Instant> start = asSandbox ? Optional.of(now == null ? realNow : now) : Optional.empty();
        return new NewTenant(
                checkedSlug(text(slug)),
                text(name),
                checkedZone(text(zone)),
                checkedCurrency(text(currency)),
                Locale.forLanguageTag(text(locale)),
                start,
                new NewTenant.Owner(
                        text(owner == null ? null : owner.email()), text(owner == null ? null : owner.name())));
    }

    private static void required(FieldErrors errors, String path, @Nullable String value) {
        if (value == null || value.isBlank()) {
            errors.add(path, FieldReason.REQUIRED);
        } else if (value.length() > LONGEST) {
            errors.add(path, FieldReason.TOO_LONG, java.util.Map.of("most", LONGEST));
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    static TenantSlug checkedSlug(String value) {
        try {
            return new TenantSlug(value);
        } catch (IllegalArgumentException wrong) {
            throw FieldErrors.one("slug", TenantRefusal.SLUG_NOT_VALID);
        }
    }

    private static ZoneId checkedZone(String value) {
        try {
            return ZoneId.of(value);
        } catch (DateTimeException wrong) {
            throw FieldErrors.one("zone", TenantRefusal.ZONE_UNKNOWN);
        }
    }

    private static Currency checkedCurrency(String value) {
        try {
            return Currency.getInstance(value);
        } catch (IllegalArgumentException wrong) {
            throw FieldErrors.one("currency", TenantRefusal.CURRENCY_UNKNOWN);
        }
    }
}
