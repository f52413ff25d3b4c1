/** Voucher events, written once, and the vouchers they add up to. */
@NullMarked
package io.steadfast.vouchers.store;

import org.jspecify.annotations.NullMarked;
