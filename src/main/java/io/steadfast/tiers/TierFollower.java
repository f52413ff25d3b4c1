package io.steadfast.tiers;

/**
 * Something that a tier brings about when it is reached or lost, as a gift: another feature implements it as a bean; tiers know
 * none by name. It is asked in the transaction that posts the move, with the member's lock held, and not about tiers that staff
 * set, a plan lends or another system gave before.
 */
public interface TierFollower {

    void follow(TierTurn turn);
}
