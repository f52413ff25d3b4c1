/** The tables of stamps, which are only ever added to. */
@NullMarked
package io.steadfast.stamps.store;

import org.jspecify.annotations.NullMarked;
