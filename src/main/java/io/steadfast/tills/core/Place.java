package io.steadfast.tills.core;

import java.util.Optional;
import java.util.UUID;

/**
 * Where work is done.
 *
 * @param store its code; empty where the person serves no store in particular
 * @param till the registered one, if it is one
 * @param source under which the till reports its orders
 */
public record Place(Optional<String> store, Optional<UUID> till, String source) {}
