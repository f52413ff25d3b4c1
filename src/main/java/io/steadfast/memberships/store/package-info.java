/** The tables of memberships: what was agreed and what happened, written once, and where each stood when last looked at. */
@NullMarked
package io.steadfast.memberships.store;

import org.jspecify.annotations.NullMarked;
