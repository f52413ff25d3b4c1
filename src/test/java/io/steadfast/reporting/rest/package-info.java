/** The API of reports over HTTP. */
@NullMarked
package io.steadfast.reporting.rest;

import org.jspecify.annotations.NullMarked;
