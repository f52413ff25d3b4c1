package io.steadfast.architecture.broken.shop.store;

import io.steadfast.architecture.broken.shop.rest.GhostResource;

/** Offends: a store that knows a resource. */
public class UpwardStore {
    public GhostResource known = new GhostResource();
}
