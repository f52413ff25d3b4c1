/** The API's calls on webhook endpoints and their deliveries. */
@NullMarked
package io.steadfast.webhooks.rest;

import org.jspecify.annotations.NullMarked;
