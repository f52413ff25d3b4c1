package io.steadfast.architecture.broken.shop.rest;

import io.steadfast.architecture.broken.shop.store.Price;
import jakarta.ws.rs.Path;

/** Offends: a resource by another name, which imports a store. */
@Path("/prices")
public class PricesDoor {
    public Price price() {
        return new Price();
    }
}
