/** The claimed keys and kept answers of a tenant. */
@NullMarked
package io.steadfast.platform.idempotency.store;

import org.jspecify.annotations.NullMarked;
