package io.steadfast.tiers;

import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.TierCode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A member's present tier on a ladder became another one.
 *
 * @param occasion the order, activity or merged member that counted, or no longer counts; empty where time or a new version did it
 * @param now the tenant's instant
 */
public record TierTurn(
        MemberId member, TierSetRef set, TierCode before, TierCode after, Optional<UUID> occasion, Instant now) {}
