package io.steadfast.rewards.core;

import java.time.Instant;

/** Something that became of a redemption; written once. */
public record RedemptionEvent(
        int seq, RedemptionState state, String actorKind, String actorId, String reason, Instant at) {}
