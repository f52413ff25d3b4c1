/** The API's calls on extensions. */
@NullMarked
package io.steadfast.extensions.rest;

import org.jspecify.annotations.NullMarked;
