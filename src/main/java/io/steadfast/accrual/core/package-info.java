/**
 * What an order, an activity and a member look like to a rule, and the decision itself. Plain values and pure
 * functions: the simulator, the dry run, the examples in the terms and production run the same code.
 */
@NullMarked
package io.steadfast.accrual.core;

import org.jspecify.annotations.NullMarked;
