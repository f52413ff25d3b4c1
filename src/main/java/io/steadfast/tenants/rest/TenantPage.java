package io.steadfast.tenants.rest;

import java.util.List;
import java.util.Optional;

/** All tenants; a server holds so few of them that they come at once. */
public record TenantPage(List<TenantResponse> items, Optional<String> nextCursor) {}
