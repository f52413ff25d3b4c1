package io.steadfast.members.core;

import io.steadfast.shared.RefusalReason;
import java.util.Map;
import java.util.Optional;

/**
 * One thing that merging does to what a member has beside points, or why it can't be done.
 *
 * @param what is moved or stays
 * @param facts what a text says of it, by name: {@code count}, or {@code program}, {@code before}, {@code after} of a tier
 * @param refusal why the two can't be merged while this stands; empty where they can
 */
public record MergeLine(What what, Map<String, String> facts, Optional<RefusalReason> refusal) {

    /** What a line is about. */
    public enum What {
        IDENTITIES,
        PROGRAMS,
        VOUCHERS,
        STAMPS,
        TIER,
        FRIENDS,
        PLAN
    }

    public MergeLine {
        facts = Map.copyOf(facts);
    }

    public static MergeLine of(What what, long count) {
        return new MergeLine(what, Map.of("count", String.valueOf(count)), Optional.empty());
    }

    public static MergeLine refused(What what, RefusalReason reason) {
        return new MergeLine(what, Map.of(), Optional.of(reason));
    }
}
