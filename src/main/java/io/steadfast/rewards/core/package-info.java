/** Whether a member may have a reward and what it costs them, as plain decisions that say every reason. */
@NullMarked
package io.steadfast.rewards.core;

import org.jspecify.annotations.NullMarked;
