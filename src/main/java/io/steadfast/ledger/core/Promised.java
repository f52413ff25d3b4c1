package io.steadfast.ledger.core;

import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A lot, or without one an account, whose date waits for a notice.
 *
 * @param points that would lapse
 * @param plannedAt when it would lapse by its rule; empty while that isn't known
 */
public record Promised(
        MemberId member, WalletCode wallet, Optional<UUID> lot, int days, long points, Optional<Instant> plannedAt) {}
