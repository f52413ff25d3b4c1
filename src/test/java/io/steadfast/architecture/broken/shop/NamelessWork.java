package io.steadfast.architecture.broken.shop;

import jakarta.ejb.Stateless;

/** Offends: a service by another name. */
@Stateless
public class NamelessWork {}
