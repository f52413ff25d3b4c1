/**
 * The doors to a tenant's tables: one entity manager and one connection per transaction, both bound to the tenant in hand, and
 * the ids of new rows. Only a feature's {@code store} calls it.
 */
@NullMarked
package io.steadfast.platform.persistence;

import org.jspecify.annotations.NullMarked;
