package io.steadfast.architecture.broken.shop.core;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Offends: an entity in another place. */
@Entity
public class LostEntity {
    @Id
    private long id;
}
