/** Mechanisms without loyalty words: each package below is one of them and says what it gives. */
@NullMarked
package io.steadfast.platform;

import org.jspecify.annotations.NullMarked;
