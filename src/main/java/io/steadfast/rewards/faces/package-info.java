/** Rewards on the console's pages and on the store's member card. */
@NullMarked
package io.steadfast.rewards.faces;

import org.jspecify.annotations.NullMarked;
