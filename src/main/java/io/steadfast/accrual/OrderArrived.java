package io.steadfast.accrual;

/** An order that wasn't known before, by whatever door it came. */
record OrderArrived() {}
