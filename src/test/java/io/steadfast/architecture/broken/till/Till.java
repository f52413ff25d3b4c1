package io.steadfast.architecture.broken.till;

import io.steadfast.architecture.broken.shop.core.Impure;

/** Offends: a use that its map doesn't allow. */
public final class Till {
    public Impure used = new Impure();
}
