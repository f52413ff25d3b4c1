package io.steadfast.architecture.broken.shop.rest;

import jakarta.inject.Named;

/** Offends: a page's bean in another place. */
@Named
public class LostBean {}
