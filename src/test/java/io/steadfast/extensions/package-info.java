/** Mass extensions: preview, approval by another, one run. */
@NullMarked
package io.steadfast.extensions;

import org.jspecify.annotations.NullMarked;
