/**
 * Where orders, activities, receipts, proofs and the use of caps and budgets are kept. The hot path reads what stands in
 * one statement and writes what changed in another.
 */
@NullMarked
package io.steadfast.accrual.store;

import org.jspecify.annotations.NullMarked;
