package io.steadfast.architecture.broken.shop.rest;

/** Offends: a resource by name only. */
public class GhostResource {}
