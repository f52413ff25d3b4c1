package io.steadfast.accrual.core;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Executes a stored proof again: nothing but what it holds is read, and the same number must come out. */
public final class ProofReplay {

    private ProofReplay() {}

    /** The points that the proof's arithmetic and caps give. */
    public static long points(Arithmetic arithmetic) {
        long points = Reckoning.of(Reckoning.Inputs.of(arithmetic)).rounded();
        for (CapBite bite : arithmetic.caps()) {
            points = Math.min(points, bite.after());
        }
        return points;
    }

    /** What these factors make together, by the way the proof combines them. */
    public static Fraction combined(Arithmetic arithmetic, List<MultiplierPart> parts) {
        return Reckoning.combined(arithmetic.multipliers(), parts);
    }

    /** How so many points fall on the lines; empty for an activity. */
    public static List<LineShare> shares(Arithmetic arithmetic, long points) {
        List<Arithmetic.Term> terms = arithmetic.terms();
        if (terms.stream().anyMatch(term -> term.lineId().isEmpty())) {
            return List.of();
        }
        List<Fraction> weights = Reckoning.of(Reckoning.Inputs.of(arithmetic)).weights();
        List<Long> parts = LargestRemainder.spread(points, weights);
        return IntStream.range(0, terms.size())
                .mapToObj(index -> new LineShare(terms.get(index).lineId().orElseThrow(), parts.get(index)))
                .toList();
    }

    /** What doesn't come out again as stored, each in plain words for staff; empty when all does. */
    public static List<String> differences(Grant grant) {
        List<String> differences = new ArrayList<>();
        Reckoning again = Reckoning.of(Reckoning.Inputs.of(grant.arithmetic()));
        if (!again.exact().equals(grant.arithmetic().exact())) {
            differences.add("exact value " + again.exact() + " instead of "
                    + grant.arithmetic().exact());
        }
        if (again.rounded() != grant.arithmetic().rounded()) {
            differences.add("rounded " + again.rounded() + " instead of "
                    + grant.arithmetic().rounded());
        }
        long points = points(grant.arithmetic());
        if (points != grant.points()) {
            differences.add("points " + points + " instead of " + grant.points());
        }
        if (!shares(grant.arithmetic(), points).equals(grant.shares())) {
            differences.add("other shares of the lines");
        }
        return differences;
    }
}
