/** The table of gifts for reaching a tier, which is only ever added to. */
@NullMarked
package io.steadfast.tiergifts.store;

import org.jspecify.annotations.NullMarked;
