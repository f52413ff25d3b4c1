/** When a member's own day is celebrated: plain decisions without a clock. */
@NullMarked
package io.steadfast.dates.core;

import org.jspecify.annotations.NullMarked;
