package io.steadfast.tills.core;

import io.steadfast.shared.MemberId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One piece of work.
 *
 * @param about the order it was about
 * @param detail what undoing needs to know: a return's or a card's id, a reason's code
 * @param figures what it moved
 * @param approvedBy the second person; one without an id where only the name was kept
 * @param undoes the work that this one took back
 * @param at real time: people made it
 */
public record CounterWork(
        UUID id,
        WorkKind kind,
        Place place,
        Staff staff,
        MemberId member,
        Optional<Receipt> about,
        Optional<String> detail,
        Figures figures,
        Optional<Staff> approvedBy,
        Optional<UUID> undoes,
        Instant at) {

    /** How long a mistake can be undone. */
    public static final Duration UNDO = Duration.ofMinutes(10);

    /** Who did it. */
    public record Staff(String id, String name) {}

    /** An order as its till names it. */
    public record Receipt(String source, String reference) {}

    /**
     * What it moved.
     *
     * @param points reward points
     * @param amount in minor units
     * @param currency of the amount; empty where no money was in it
     */
    public record Figures(long points, long amount, Optional<String> currency) {

        public static final Figures NONE = new Figures(0, 0, Optional.empty());

        public static Figures points(long points) {
            return new Figures(points, 0, Optional.empty());
        }
    }

    /** Whether it may still be taken back, as far as time goes. */
    public boolean isFresh(Instant now) {
        return kind != WorkKind.UNDO && at.plus(UNDO).isAfter(now);
    }
}
