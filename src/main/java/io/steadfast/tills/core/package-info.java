/** What a till, a piece of work and a sale written down by hand are: plain values without a clock. */
@NullMarked
package io.steadfast.tills.core;

import org.jspecify.annotations.NullMarked;
