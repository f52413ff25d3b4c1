/** Holds the running API against what every call was promised to keep. */
@NullMarked
package io.steadfast.contract;

import org.jspecify.annotations.NullMarked;
