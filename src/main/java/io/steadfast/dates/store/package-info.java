/** Whose day it is, and what was given for it. */
@NullMarked
package io.steadfast.dates.store;

import org.jspecify.annotations.NullMarked;
