/** The page of a sandbox's clock. */
@NullMarked
package io.steadfast.sandbox.faces;

import org.jspecify.annotations.NullMarked;
