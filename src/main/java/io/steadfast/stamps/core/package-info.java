/** Whether an order gives a stamp, and how many cards are full: plain decisions without a clock. */
@NullMarked
package io.steadfast.stamps.core;

import org.jspecify.annotations.NullMarked;
