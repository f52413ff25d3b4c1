package io.steadfast.architecture.broken.till.store;

/** Offends: an entity by name only. */
public final class TillEntity {}
