/** Stamp cards on the member's page and on the store's screen. */
@NullMarked
package io.steadfast.stamps.faces;

import org.jspecify.annotations.NullMarked;
