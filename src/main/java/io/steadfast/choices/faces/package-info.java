/** The page of the tenant's stores, and the stores as other pages let people choose from. */
@NullMarked
package io.steadfast.choices.faces;

import org.jspecify.annotations.NullMarked;
