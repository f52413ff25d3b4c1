/** How many calls a key and a tenant may make. Counted on each node by itself, at real time. */
@NullMarked
package io.steadfast.platform.limits;

import org.jspecify.annotations.NullMarked;
