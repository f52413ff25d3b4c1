package io.steadfast.choices.core;

/** A product as a line of an order named it. */
public record SoldProduct(String sku, ProductProfile profile) {}
