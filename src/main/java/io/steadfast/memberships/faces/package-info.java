/** Paid members in the console: the list, and the plan on a member's page. */
@NullMarked
package io.steadfast.memberships.faces;

import org.jspecify.annotations.NullMarked;
