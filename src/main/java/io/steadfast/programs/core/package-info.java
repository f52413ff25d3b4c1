/**
 * The program document: everything a marketer decides, as immutable records, and the checks of it. Owns the words of
 * the document and what makes one contradictory; reads no clock, knows no member, no order and no store. The engine,
 * the designer, the terms and the API all work with these types.
 */
@NullMarked
package io.steadfast.programs.core;

import org.jspecify.annotations.NullMarked;
