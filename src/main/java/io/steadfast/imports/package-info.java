/**
 * Files taken in bulk: members, orders, opening balances, tiers and paid plans from CSV. Owns the file until it is read, its
 * rows until they are taken, and what couldn't be taken; whatever a row brings about goes through the door of the feature it
 * is about, with the natural keys that make a repeat harmless.
 */
@NullMarked
package io.steadfast.imports;

import org.jspecify.annotations.NullMarked;
