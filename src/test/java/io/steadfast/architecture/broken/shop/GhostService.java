package io.steadfast.architecture.broken.shop;

/** Offends: a service by name only. */
public class GhostService {}
