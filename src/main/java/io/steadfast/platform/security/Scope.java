package io.steadfast.platform.security;

import java.util.Locale;
import java.util.Optional;

/** What an API key may do, as the API contract names it. */
public enum Scope {
    MEMBERS_READ,
    MEMBERS_WRITE,
    ORDERS_WRITE,
    ACTIVITIES_WRITE,
    REDEMPTIONS_WRITE,
    MEMBERSHIPS_WRITE,
    SETTLEMENTS_WRITE,
    ADJUSTMENTS_WRITE,
    PROGRAMS_READ,
    PROGRAMS_WRITE,
    REPORTS_READ,
    WEBHOOKS_WRITE;

    /** As callers write it: {@code members:read}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }

    /** The scope of this code, if there is one. */
    public static Optional<Scope> ofCode(String code) {
        for (Scope scope : values()) {
            if (scope.code().equals(code)) {
                return Optional.of(scope);
            }
        }
        return Optional.empty();
    }
}
