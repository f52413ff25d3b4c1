/**
 * The books' tables: constant SQL with bound parameters on the transaction's own connection, as few round trips as a use
 * case can do with. A text may hold several statements, which travel together; every value of a row list travels as one
 * array per column, so that the text stays the same for one row and for ten thousand.
 */
@NullMarked
package io.steadfast.ledger.store;

import org.jspecify.annotations.NullMarked;
