/**
 * The rules of tiers, plain and deterministic. The history of a member in a tier set is a function of what counted and
 * when, never of the order in which it arrived or of whether a job ran.
 */
@NullMarked
package io.steadfast.tiers.core;

import org.jspecify.annotations.NullMarked;
