/** A voucher's life as plain values: what it is, what may happen to it next, and what it is then. */
@NullMarked
package io.steadfast.vouchers.core;

import org.jspecify.annotations.NullMarked;
