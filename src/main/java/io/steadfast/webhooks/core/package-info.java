/** What an endpoint and a delivery are, and when a failed one is tried again. */
@NullMarked
package io.steadfast.webhooks.core;

import org.jspecify.annotations.NullMarked;
