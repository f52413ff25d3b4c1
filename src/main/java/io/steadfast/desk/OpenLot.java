package io.steadfast.desk;

import io.steadfast.shared.WalletCode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Points of a member that were granted together and aren't used up.
 *
 * @param points in all states; {@code blocked} of them can't be used
 * @param activatesAt empty where they wait for an event
 * @param expiresAt exclusive; empty where they never lapse
 */
public record OpenLot(
        UUID id,
        WalletCode wallet,
        long points,
        long blocked,
        Instant earnedAt,
        Optional<Instant> activatesAt,
        Optional<Instant> expiresAt) {}
