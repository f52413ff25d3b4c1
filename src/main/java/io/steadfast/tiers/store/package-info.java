/** The tables of tiers: changes and facts that are written once, and the place where each member's walk stopped. */
@NullMarked
package io.steadfast.tiers.store;

import org.jspecify.annotations.NullMarked;
