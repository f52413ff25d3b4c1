package io.steadfast.rewards.core;

/** An order by its natural key. */
public record RewardOrder(String source, String reference) {}
