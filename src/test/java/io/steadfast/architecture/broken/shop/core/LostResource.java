package io.steadfast.architecture.broken.shop.core;

import jakarta.ws.rs.Path;

/** Offends: a resource in another place. */
@Path("/lost")
public class LostResource {}
