/** What stands on a card, out of a program's document and what is known of a member. */
@NullMarked
package io.steadfast.cards.core;

import org.jspecify.annotations.NullMarked;
