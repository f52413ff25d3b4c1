/**
 * A member's card: everything a member's own page shows at a glance, put together of what the balance, tier, reward and donation
 * calls answer. Keeps nothing and decides nothing; whoever shows a card, the designer's example included, has it made here.
 */
@NullMarked
package io.steadfast.cards;

import org.jspecify.annotations.NullMarked;
