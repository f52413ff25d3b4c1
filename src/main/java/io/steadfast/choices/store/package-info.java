/** The tables of stores, products and attribute definitions. */
@NullMarked
package io.steadfast.choices.store;

import org.jspecify.annotations.NullMarked;
