/**
 * What staff do for members at a store's counter: enrol, record a sale, take goods back, stamp a card, give goodwill, and undo a
 * mistake; the tills at which they do it and the day's work of a store. Owns tills and the list of work; whatever it moves goes
 * through the doors of orders, adjustments, stamps and members. Refuses what the store or the person isn't there for.
 */
@NullMarked
package io.steadfast.tills;

import org.jspecify.annotations.NullMarked;
