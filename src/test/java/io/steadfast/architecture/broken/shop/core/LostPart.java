package io.steadfast.architecture.broken.shop.core;

import jakarta.persistence.Embeddable;

/** Offends: a mapped part outside a store. */
@Embeddable
public class LostPart {}
