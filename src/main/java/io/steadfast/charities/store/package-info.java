/** The tables of giving: the register, choices, donations with their entries, and settlements. */
@NullMarked
package io.steadfast.charities.store;

import org.jspecify.annotations.NullMarked;
