/** Charities, donations and settlements over the API. */
@NullMarked
package io.steadfast.charities.rest;

import org.jspecify.annotations.NullMarked;
