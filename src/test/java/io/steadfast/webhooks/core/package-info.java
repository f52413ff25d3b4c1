/** The schedule of retries and the addresses that are anybody's to call. */
@NullMarked
package io.steadfast.webhooks.core;

import org.jspecify.annotations.NullMarked;
