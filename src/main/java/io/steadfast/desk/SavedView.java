package io.steadfast.desk;

import java.util.UUID;

/** Filters of a list under a name; the query is what stands behind the page's address. */
public record SavedView(UUID id, String name, String query) {}
