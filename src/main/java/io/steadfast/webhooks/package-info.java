/**
 * Events out: a tenant's endpoints, the deliveries made of the outbox's events, signed as Standard Webhooks say, retried
 * for more than a day, in order for each member. Sends to public addresses only, unless the operator allows others.
 */
@NullMarked
package io.steadfast.webhooks;

import org.jspecify.annotations.NullMarked;
