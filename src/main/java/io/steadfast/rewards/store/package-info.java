/** Stock and redemptions. */
@NullMarked
package io.steadfast.rewards.store;

import org.jspecify.annotations.NullMarked;
