package io.steadfast.extensions.core;

import io.steadfast.shared.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A mass extension with what it selects and what came of it.
 *
 * @param approver empty while nobody approved it
 * @param liability what its points come to by the share expected to be used, when they were selected; empty where they have no value
 * @param figures counted from the very rows that are or were extended
 */
public record Extension(
        UUID id,
        State state,
        ExtensionWish wish,
        By requester,
        Instant requestedAt,
        Optional<By> approver,
        Optional<Instant> approvedAt,
        Optional<Instant> finishedAt,
        Optional<Money> liability,
        Figures figures) {

    /** Somebody: the id decides, the name is for reading. */
    public record By(String id, String name) {}

    /** It goes on from left to right; {@code UNDONE} only before it runs. */
    public enum State {
        REQUESTED,
        APPROVED,
        RUNNING,
        DONE,
        UNDONE;

        /** Whether it can still be taken back without a trace in the books. */
        public boolean canBeUndone() {
            return this == REQUESTED || this == APPROVED;
        }
    }

    /**
     * How much it is about.
     *
     * @param members with at least one lot, account or tier in it
     * @param accounts that lapse by inactivity
     * @param points of all its lots when they were selected, and of its accounts' lots without a day of their own
     * @param extended of lots, accounts and tiers, how many have their new end
     * @param passedOver how many were used up, lapsed or extended further meanwhile
     */
    public record Figures(
            long members, long lots, long accounts, long points, long tiers, long extended, long passedOver) {

        public long all() {
            return lots + accounts + tiers;
        }

        public long left() {
            return all() - extended - passedOver;
        }
    }
}
