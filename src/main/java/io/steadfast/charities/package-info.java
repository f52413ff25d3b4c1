/**
 * Giving to charity: the tenant's register of charities, what orders pledge to them, points that members give, whose choice
 * counts, and the settlement in batches. Owns the double entry of donations in money; points leave through the ledger.
 * Follows orders, which know nothing of it, and refuses to change what was settled.
 */
@NullMarked
package io.steadfast.charities;

import org.jspecify.annotations.NullMarked;
