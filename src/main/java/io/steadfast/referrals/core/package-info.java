/** Who may bring whom, and when it is deserved: plain decisions without a clock. */
@NullMarked
package io.steadfast.referrals.core;

import org.jspecify.annotations.NullMarked;
