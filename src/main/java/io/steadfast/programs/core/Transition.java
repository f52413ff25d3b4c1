package io.steadfast.programs.core;

/** What a new version does to what stands. */
public record Transition(Lots lots, Tiers tiers, Earn earn) {

    /** Whether changed expiry applies to lots already given; never to an earlier date. */
    public enum Lots {
        NEW,
        ALL
    }

    /** Whether a tier that stands is kept to its end or judged at once. */
    public enum Tiers {
        GRANDFATHER,
        REVIEW
    }

    /**
     * Whether members of the earlier version get what is better of both until their tier's next review, as known when the new
     * version began; the base tier is reviewed when its period ends.
     */
    public enum Earn {
        NEW,
        BETTER_OF
    }
}
