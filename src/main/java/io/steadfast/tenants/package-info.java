/**
 * The operators' side: makes tenants with their first owner and key, suspends and resumes them, gives further keys, and moves the
 * clocks of sandboxes. Owns no table of a tenant. Called by operators only, never by a tenant's own system.
 */
@NullMarked
package io.steadfast.tenants;

import org.jspecify.annotations.NullMarked;
