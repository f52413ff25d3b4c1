package io.steadfast.tiers.core;

/**
 * What of a metric comes over from period to period.
 *
 * @param carried how much of the present period came over from the one before
 * @param next how much would come over into the next one if this one ended now
 * @param most the cap
 */
public record TierOver(long carried, long next, long most) {}
