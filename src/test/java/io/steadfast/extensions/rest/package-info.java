/** The API of extensions over HTTP. */
@NullMarked
package io.steadfast.extensions.rest;

import org.jspecify.annotations.NullMarked;
