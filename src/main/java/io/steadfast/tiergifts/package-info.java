/**
 * Gifts for reaching a tier (domain 39 and 49): a voucher, once, when a member first reaches a tier or passes it. A return that
 * takes the tier takes the gift, as far as nothing of it was used. Follows tiers and issues vouchers; nobody else writes gifts.
 */
@NullMarked
package io.steadfast.tiergifts;

import org.jspecify.annotations.NullMarked;
