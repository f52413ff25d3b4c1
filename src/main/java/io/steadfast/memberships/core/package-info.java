/**
 * A paid membership as a pure function: what was agreed, what was paid and when a member left decide where it stands at
 * any instant. Reads no clock and no store.
 */
@NullMarked
package io.steadfast.memberships.core;

import org.jspecify.annotations.NullMarked;
