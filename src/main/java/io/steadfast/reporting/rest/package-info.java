/** The API's calls on reports. */
@NullMarked
package io.steadfast.reporting.rest;

import org.jspecify.annotations.NullMarked;
