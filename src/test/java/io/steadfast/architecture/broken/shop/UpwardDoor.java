package io.steadfast.architecture.broken.shop;

import io.steadfast.architecture.broken.shop.rest.GhostResource;

/** Offends: a door that knows who knocks. */
public class UpwardDoor {
    public GhostResource known = new GhostResource();
}
