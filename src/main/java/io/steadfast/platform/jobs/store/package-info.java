/** Jobs, leases and next due instants in the control schema. */
@NullMarked
package io.steadfast.platform.jobs.store;

import org.jspecify.annotations.NullMarked;
