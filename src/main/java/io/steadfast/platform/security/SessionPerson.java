package io.steadfast.platform.security;

import io.steadfast.shared.TenantSlug;
import java.io.Serializable;
import java.util.UUID;

/**
 * Who a session belongs to. Roles are not in it: they are read for each request, so that a change counts at once.
 *
 * @param epoch the person's when they signed in; the session is dead once theirs is higher
 */
record SessionPerson(String brand, UUID id, int epoch) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** The session attribute. */
    static final String ATTRIBUTE = "io.steadfast.person";

    TenantSlug slug() {
        return new TenantSlug(brand);
    }
}
