/**
 * A sandbox's time, for the people who try a program in it: its owner moves the clock forward and reads what happened on the way.
 * Owns no table. The moving itself is the tenants' door; live brands have no clock to move.
 */
@NullMarked
package io.steadfast.sandbox;

import org.jspecify.annotations.NullMarked;
