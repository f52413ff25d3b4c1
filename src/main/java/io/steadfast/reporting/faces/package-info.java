/** The console's home. */
@NullMarked
package io.steadfast.reporting.faces;

import org.jspecify.annotations.NullMarked;
