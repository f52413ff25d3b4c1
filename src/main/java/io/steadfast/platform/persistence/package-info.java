/**
 * The doors to a tenant's tables: one entity manager and one connection per transaction, both bound to the tenant in hand, and
 * the ids of new rows. Statements that can wait share a round trip with others: what is sent goes out with the next
 * statement or the commit, what is asked when the first answer is needed. Only a feature's {@code store} calls it.
 */
@NullMarked
package io.steadfast.platform.persistence;

import org.jspecify.annotations.NullMarked;
