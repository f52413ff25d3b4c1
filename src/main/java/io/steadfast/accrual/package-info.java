/**
 * Orders and activities become receipts here: the evaluator, limits, budgets, returns. Owns what was reported, what was
 * decided on it and the proofs; refuses to judge anything twice. Knows the program document and posts to the ledger;
 * doors call it, no other feature does.
 */
@NullMarked
package io.steadfast.accrual;

import org.jspecify.annotations.NullMarked;
