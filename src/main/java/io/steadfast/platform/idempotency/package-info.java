/**
 * Calls that may be sent again. The caller's key is claimed before anything else in the transaction of the effect, and the answer
 * is kept with it, so an effect happens once and a repeat gets the first answer to the byte. Knows nothing of what is done.
 */
@NullMarked
package io.steadfast.platform.idempotency;

import org.jspecify.annotations.NullMarked;
