package io.steadfast.architecture.broken.shop.faces;

import io.steadfast.architecture.broken.shop.store.Price;
import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;

/** Offends: a bean without a name, which imports a store and persistence. */
@RequestScoped
public class PriceBean {
    public Price price(EntityManager entities) {
        return entities.find(Price.class, 1L);
    }
}
