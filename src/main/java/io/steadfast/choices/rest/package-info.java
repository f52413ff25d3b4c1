/** The calls on stores, products and attribute definitions. */
@NullMarked
package io.steadfast.choices.rest;

import org.jspecify.annotations.NullMarked;
