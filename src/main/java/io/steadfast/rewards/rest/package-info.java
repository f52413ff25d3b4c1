/** The catalogue, redemptions, stock and rights over the API. */
@NullMarked
package io.steadfast.rewards.rest;

import org.jspecify.annotations.NullMarked;
