/**
 * Events that leave the house, written in the transaction of what they tell of. Who sends them, to whom and how often is not known
 * here.
 */
@NullMarked
package io.steadfast.platform.outbox;

import org.jspecify.annotations.NullMarked;
