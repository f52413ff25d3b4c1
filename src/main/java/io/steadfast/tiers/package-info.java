/**
 * Metrics, qualification, reviews and the history of tiers. Owns who stands where on which ladder at every instant and
 * why; gives no points. Accrual reports what counts, and everyone may ask for a tier as of a date.
 */
@NullMarked
package io.steadfast.tiers;

import org.jspecify.annotations.NullMarked;
