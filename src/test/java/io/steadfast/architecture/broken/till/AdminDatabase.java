package io.steadfast.architecture.broken.till;

/** Stands for the pool with the administrator's login. */
public final class AdminDatabase {}
