/** The page where extensions are asked for, looked at and approved. */
@NullMarked
package io.steadfast.extensions.faces;

import org.jspecify.annotations.NullMarked;
