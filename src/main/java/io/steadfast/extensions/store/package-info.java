/** Extensions and what they selected, in the tenant's schema. */
@NullMarked
package io.steadfast.extensions.store;

import org.jspecify.annotations.NullMarked;
