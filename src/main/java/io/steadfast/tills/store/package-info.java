/** Tills and the list of work: constant SQL, instants passed in. */
@NullMarked
package io.steadfast.tills.store;

import org.jspecify.annotations.NullMarked;
