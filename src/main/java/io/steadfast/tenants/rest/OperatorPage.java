package io.steadfast.tenants.rest;

import java.util.List;
import java.util.Optional;

/** All operators; a platform has so few of them that they come at once. */
public record OperatorPage(List<OperatorResponse> items, Optional<String> nextCursor) {}
