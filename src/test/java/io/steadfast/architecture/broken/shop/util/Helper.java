package io.steadfast.architecture.broken.shop.util;

/** Offends: no feature has such a place. */
public final class Helper {
    private Helper() {}
}
