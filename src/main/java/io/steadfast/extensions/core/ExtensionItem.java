package io.steadfast.extensions.core;

import io.steadfast.shared.MemberId;
import io.steadfast.shared.TierCode;
import io.steadfast.shared.WalletCode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One lot or one tier with its former and its new end, both exclusive.
 *
 * @param lot the lot; empty for a tier
 * @param tier the tier; empty for a lot
 */
public record ExtensionItem(
        UUID id, MemberId member, Optional<Lot> lot, Optional<HeldTier> tier, Instant formerEnd, Instant newEnd) {

    /** A lot with what was left of it. */
    public record Lot(UUID id, WalletCode wallet, long points) {}

    /** A tier of a set. */
    public record HeldTier(String set, TierCode code) {}
}
