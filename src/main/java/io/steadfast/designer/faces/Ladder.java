package io.steadfast.designer.faces;

import io.steadfast.designer.Edit;
import io.steadfast.platform.faces.Formats;
import io.steadfast.programs.core.Tier;
import io.steadfast.programs.core.TierSet;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/**
 * A tier set drawn as a ladder whose steps are dragged up and down; where a step stands is its threshold.
 *
 * @param scale the threshold at the ladder's top, in the thresholds' unit
 * @param currency its code where the thresholds are money, else empty
 * @param digits of the currency's minor unit; 0 for anything but money
 */
public record Ladder(String code, String name, long scale, String currency, int digits, List<Rung> rungs) {

    private static final int HEIGHT = 100;
    private static final long FARTHEST = 10;
    private static final long MOST = 10_000_000_000_000L;

    public Ladder {
        rungs = List.copyOf(rungs);
    }

    /**
     * A step.
     *
     * @param threshold in the ladder's unit, as {@code low} and {@code high}: how far it can be moved between its neighbours
     * @param height from 0 to 100; its square is in proportion to the threshold, so that low steps stay apart too
     * @param from the threshold in words
     * @param gives what the example basket gives on it; empty where nobody knows
     */
    public record Rung(
            String code,
            String name,
            String path,
            Edit.Op op,
            long threshold,
            long low,
            long high,
            int height,
            String from,
            String gives) {

        /** The base tier stands on the ground. */
        public boolean isMovable() {
            return !path.isEmpty();
        }
    }

    /** The set at a place of the document, with what the examples get on each step. */
    static Ladder of(Say say, Formats formats, int place, List<Example> examples) {
        TierSet set = say.document().tierSets().get(place);
        boolean money = set.metric().kind() == TierSet.Metric.Kind.SPEND;
        Currency currency = say.currency();
        int digits = money ? Math.max(0, currency.getDefaultFractionDigits()) : 0;
        long top = set.tiers().stream().mapToLong(Tier::threshold).max().orElse(0);
        Drawn drawn =
                new Drawn(say, formats, set, place, BigInteger.TEN.pow(digits).longValue(), Math.max(1, top + top / 4));
        List<Rung> rungs = new ArrayList<>();
        for (int rank = 0; rank < set.tiers().size(); rank++) {
            rungs.add(drawn.rung(rank, examples));
        }
        return new Ladder(
                set.code().value(),
                say.in(set.name()),
                drawn.scale(),
                money ? currency.getCurrencyCode() : "",
                digits,
                rungs);
    }

    /** What all steps of one ladder have in common. */
    private record Drawn(Say say, Formats formats, TierSet set, int place, long one, long scale) {

        Rung rung(int rank, List<Example> examples) {
            Tier tier = set.tiers().get(rank);
            long threshold = tier.threshold();
            long below = rank == 0 ? 0 : set.tiers().get(rank - 1).threshold();
            long above = rank + 1 < set.tiers().size()
                    ? set.tiers().get(rank + 1).threshold() - one
                    : Math.min(MOST, scale * FARTHEST);
            return new Rung(
                    tier.code().value(),
                    say.in(tier.name()),
                    rank == 0 ? "" : "/tierSets/" + place + "/tiers/" + rank + "/threshold",
                    set.metric().kind() == TierSet.Metric.Kind.SPEND ? Edit.Op.MONEY : Edit.Op.WHOLE,
                    threshold,
                    Math.min(threshold, below + one),
                    Math.max(threshold, above),
                    height(threshold),
                    rank == 0 ? say.word("rung.base") : from(threshold),
                    gives(tier, examples));
        }

        private int height(long threshold) {
            return BigInteger.valueOf(Math.max(0, threshold))
                    .multiply(BigInteger.valueOf((long) HEIGHT * HEIGHT))
                    .divide(BigInteger.valueOf(scale))
                    .sqrt()
                    .intValue();
        }

        private String from(long threshold) {
            String figure = set.metric().kind() == TierSet.Metric.Kind.SPEND
                    ? formats.money(threshold, say.currency().getCurrencyCode())
                    : formats.number(threshold);
            return say.word("rung." + set.metric().kind()).replace("{figure}", figure);
        }

        private String gives(Tier tier, List<Example> examples) {
            String code = Example.code(place, set, tier);
            return examples.stream()
                    .filter(example -> example.code().equals(code))
                    .findFirst()
                    .map(example -> say.word("rung.gives").replace("{points}", formats.number(example.points())))
                    .orElse("");
        }
    }
}
