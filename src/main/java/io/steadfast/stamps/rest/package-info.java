/** Stamp cards for tills and apps. */
@NullMarked
package io.steadfast.stamps.rest;

import org.jspecify.annotations.NullMarked;
