/** The page of imports. */
@NullMarked
package io.steadfast.imports.faces;

import org.jspecify.annotations.NullMarked;
