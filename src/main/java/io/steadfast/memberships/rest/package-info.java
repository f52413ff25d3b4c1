/** Paid plans over the API: begin, report payments, leave, look. */
@NullMarked
package io.steadfast.memberships.rest;

import org.jspecify.annotations.NullMarked;
