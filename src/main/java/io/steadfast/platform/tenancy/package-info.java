/**
 * Whose data is in hand. Holds the one tenant of a thread, knows every tenant from the control schema, and puts the tenant's
 * schema and role on the database connection of each transaction. The only place that knows schema names, roles and search
 * paths; no tenant in hand is a failure, never a default. Every feature may call it; it calls no feature.
 */
@NullMarked
package io.steadfast.platform.tenancy;

import org.jspecify.annotations.NullMarked;
