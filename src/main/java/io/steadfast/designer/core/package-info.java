/**
 * What a program brings a member, reckoned for the people who design it: one basket's worth and a whole year. Decides nothing: each
 * figure is the evaluator's, the tier machine's, the expiry calculator's or the catalogue's own.
 */
@NullMarked
package io.steadfast.designer.core;

import org.jspecify.annotations.NullMarked;
