/** Events out, received by a server of the test's own and checked by an implementation that isn't ours. */
@NullMarked
package io.steadfast.webhooks;

import org.jspecify.annotations.NullMarked;
