package io.steadfast.tenants.faces;

import io.steadfast.shared.TenantSlug;
import java.util.Optional;

/** Tenants' names as they come with an address, where anything may stand. */
final class Slugs {

    private Slugs() {}

    /** Empty for what can't be one. */
    static Optional<TenantSlug> read(String text) {
        try {
            return Optional.of(new TenantSlug(text));
        } catch (IllegalArgumentException noSlug) {
            return Optional.empty();
        }
    }
}
