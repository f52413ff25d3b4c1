package io.steadfast.platform.security;

import io.steadfast.shared.TenantSlug;
import java.io.Serializable;
import java.util.UUID;

/**
 * Who a session belongs to. Roles are not in it: they are read for each request, so that a change counts at once.
 *
 * @param epoch the person's when they signed in; the session is dead once theirs is higher
 * @param by what they showed for it
 */
record SessionPerson(String brand, UUID id, int epoch, By by) implements Serializable {

    private static final long serialVersionUID = 2L;

    /** How somebody showed who they are. */
    enum By {
        PASSWORD,
        /** A few digits at a till: good for what is done in stores, and no more. */
        PIN
    }

    /** The session attribute. */
    static final String ATTRIBUTE = "io.steadfast.person";

    TenantSlug slug() {
        return new TenantSlug(brand);
    }
}
