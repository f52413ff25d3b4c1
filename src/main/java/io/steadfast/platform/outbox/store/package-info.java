/** The rows of the outbox. */
@NullMarked
package io.steadfast.platform.outbox.store;

import org.jspecify.annotations.NullMarked;
