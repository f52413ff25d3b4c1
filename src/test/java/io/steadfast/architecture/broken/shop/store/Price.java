package io.steadfast.architecture.broken.shop.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Offends: an entity by another name. */
@Entity
public class Price {
    @Id
    private long id;

    public double amount() {
        return Long.valueOf(id).doubleValue();
    }
}
