/**
 * The books: what members hold in wallets, lot by lot, in append-only double entry, with holds, expiry, reversal and the
 * statement. Knows no program, order or reward: callers say which points, with which dates and why. Every posting is made
 * under the member's lock, which is always a transaction's first business lock. Refuses what would take more than is
 * there, or take back more than was given. Anybody may read; who posts locks first.
 */
@NullMarked
package io.steadfast.ledger;

import org.jspecify.annotations.NullMarked;
