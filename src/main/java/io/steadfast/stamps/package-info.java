/**
 * Stamp cards: which orders gave a stamp, and the vouchers of full cards. Follows orders and issues vouchers; nobody else
 * writes stamps.
 */
@NullMarked
package io.steadfast.stamps;

import org.jspecify.annotations.NullMarked;
