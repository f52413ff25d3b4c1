package io.steadfast.tiers.core;

import io.steadfast.programs.core.Tier;
import io.steadfast.programs.core.TierSet;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What comes over from one period into the next (domain 35), by the rules that stood when the earlier one ended: a later version
 * changes nothing of what has come over.
 *
 * @param from the first day on which a period may begin into which it comes over
 * @param steps what the tiers above the base take, rising
 * @param most the cap; 0 where nothing comes over any more
 * @param onReturn whether a return that is made after the period lowers what came over
 */
public record Carry(LocalDate from, List<Long> steps, long most, TierSet.OnReturn onReturn) {

    public Carry {
        steps = List.copyOf(steps);
    }

    /** Empty where nothing ever comes over. */
    static Optional<Carry> of(TierSet set, LocalDate from) {
        return set.rollover()
                .map(rollover -> new Carry(
                        from,
                        set.tiers().stream().skip(1).map(Tier::threshold).toList(),
                        rollover.most(),
                        set.onReturn()));
    }

    /** Nothing comes over from then on. */
    static Carry none(LocalDate from) {
        return new Carry(from, List.of(), 0, TierSet.OnReturn.REVIEW_NOW);
    }

    /** What a period that holds so much leaves over: whatever lies above the highest tier that it reaches. */
    long over(long held) {
        return steps.stream().filter(step -> step <= held).mapToLong(Long::longValue).max().stream()
                .map(step -> Math.min(most, held - step))
                .findFirst()
                .orElse(0);
    }

    boolean carriesLike(Carry other) {
        return most == other.most && steps.equals(other.steps) && onReturn == other.onReturn;
    }
}
