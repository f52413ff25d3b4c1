package io.steadfast.architecture.broken.shop.store;

import jakarta.ejb.Stateless;

/** Offends: a service in another place. */
@Stateless
public class LostService {}
