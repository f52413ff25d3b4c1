/** Where members stand, for tills, shops and apps. */
@NullMarked
package io.steadfast.tiers.rest;

import org.jspecify.annotations.NullMarked;
