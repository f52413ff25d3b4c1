/** The API's calls on webhook endpoints, over HTTP. */
@NullMarked
package io.steadfast.webhooks.rest;

import org.jspecify.annotations.NullMarked;
