/** Endpoints, deliveries and attempts in the tenant's schema. */
@NullMarked
package io.steadfast.webhooks.store;

import org.jspecify.annotations.NullMarked;
