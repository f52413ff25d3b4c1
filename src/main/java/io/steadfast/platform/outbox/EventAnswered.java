package io.steadfast.platform.outbox;

/** Fired when a receiver that counts as having told the member has answered for an event. In the transaction that notes it. */
public record EventAnswered(OutboxEvent event) {}
