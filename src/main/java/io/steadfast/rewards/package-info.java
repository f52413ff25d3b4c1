/**
 * What members get for their points: the catalogue, stock, availability with every reason, redemption in one transaction,
 * fulfilment and cancelling, and the rights that need no stock. Rewards are defined in the program's document; how many
 * there are is kept here.
 */
@NullMarked
package io.steadfast.rewards;

import org.jspecify.annotations.NullMarked;
