/** A till's voucher calls, and the vouchers of a member. */
@NullMarked
package io.steadfast.vouchers.rest;

import org.jspecify.annotations.NullMarked;
