/** Stores, products and attribute definitions as plain values, and whether a member's attributes fit. */
@NullMarked
package io.steadfast.choices.core;

import org.jspecify.annotations.NullMarked;
