package io.steadfast.architecture.broken.shop.core;

import jakarta.persistence.EntityManager;

/** Offends: a core that knows the database. */
public final class Unclean {
    public Object read(EntityManager entities) {
        return entities;
    }
}
