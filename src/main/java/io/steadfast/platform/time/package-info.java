/**
 * The two clocks. Business instants come from the tenant's clock, which stands still in a sandbox until it is moved; what the
 * outside world measures (signatures, leases, sessions) comes from the real one. Pure code gets its instant as a parameter.
 */
@NullMarked
package io.steadfast.platform.time;

import org.jspecify.annotations.NullMarked;
