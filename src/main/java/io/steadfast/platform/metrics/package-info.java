/**
 * What an operator's monitoring reads at {@code /metrics}: rates, refusals by reason, how far work lags, schema versions. Figures
 * of the whole node, never of a tenant and never with a name: whoever reaches the port may read them. Features count here and
 * tell of their lag by implementing {@link io.steadfast.platform.metrics.Lag}; this package knows none of them.
 */
@NullMarked
package io.steadfast.platform.metrics;

import org.jspecify.annotations.NullMarked;
