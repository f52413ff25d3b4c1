/**
 * Vouchers from issue to last use: what a member holds that a till takes. Every voucher is of a reward of a published
 * version; whoever issues one (a redemption, a rule, staff) holds the member's lock. Knows no redemption and no stock.
 */
@NullMarked
package io.steadfast.vouchers;

import org.jspecify.annotations.NullMarked;
