package io.steadfast.architecture.broken.smuggler;

/** Offends: its package is in no map. */
public final class Smuggler {
    private Smuggler() {}
}
