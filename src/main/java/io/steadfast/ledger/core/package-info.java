/**
 * The arithmetic of the books, plain and deterministic: what a posting does to a member's lots, which lots a spend takes
 * from, where a claw-back finds its points, and which entries, legs and allocations say so. Reads no clock, makes no
 * ids, knows no database: lots and facts come in, drafts of entries go out.
 */
@NullMarked
package io.steadfast.ledger.core;

import org.jspecify.annotations.NullMarked;
