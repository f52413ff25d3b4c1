/**
 * The program designer: pages on which a marketer reads a program as sentences, changes the figures in them, sees at once
 * what a member would get, and publishes. Decides nothing itself: drafts and versions are the programs' door, what a
 * member gets is the evaluator's.
 */
@NullMarked
package io.steadfast.designer;

import org.jspecify.annotations.NullMarked;
