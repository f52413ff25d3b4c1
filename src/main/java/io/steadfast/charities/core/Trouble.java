package io.steadfast.charities.core;

/**
 * Something about an order's donation that its sender should look at.
 *
 * @param about the charity or amount it is about
 */
public record Trouble(DonationReason reason, String about) {}
