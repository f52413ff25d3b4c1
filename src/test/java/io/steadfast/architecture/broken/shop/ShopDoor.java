package io.steadfast.architecture.broken.shop;

import io.steadfast.architecture.broken.till.store.TillEntity;

/** Offends: reaches into another feature's store. */
public final class ShopDoor {
    public TillEntity reached = new TillEntity();
}
