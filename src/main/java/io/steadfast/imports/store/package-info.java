/** Imports, their pieces, rows and errors as rows. */
@NullMarked
package io.steadfast.imports.store;

import org.jspecify.annotations.NullMarked;
