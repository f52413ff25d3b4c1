/** The calls on imports and jobs. */
@NullMarked
package io.steadfast.imports.rest;

import org.jspecify.annotations.NullMarked;
