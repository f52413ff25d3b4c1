/** The statements behind the read models: constant SQL over a tenant's tables, times and zones passed in. */
@NullMarked
package io.steadfast.reporting.store;

import org.jspecify.annotations.NullMarked;
