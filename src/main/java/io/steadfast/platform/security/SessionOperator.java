package io.steadfast.platform.security;

import java.io.Serializable;
import java.util.UUID;

/**
 * Which operator a session belongs to. A session is a person's of a tenant or an operator's, never both.
 *
 * @param epoch the operator's when they signed in; the session is dead once theirs is higher
 */
record SessionOperator(UUID id, int epoch) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** The session attribute. */
    static final String ATTRIBUTE = "io.steadfast.operator";
}
