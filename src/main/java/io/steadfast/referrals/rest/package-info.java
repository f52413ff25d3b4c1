/** A member's code and friends over the API. */
@NullMarked
package io.steadfast.referrals.rest;

import org.jspecify.annotations.NullMarked;
