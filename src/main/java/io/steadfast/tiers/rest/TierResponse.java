package io.steadfast.tiers.rest;

import io.steadfast.programs.core.LocalText;
import io.steadfast.programs.core.Tier;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.TierCode;
import io.steadfast.shared.WalletCode;
import io.steadfast.tiers.TierView;
import io.steadfast.tiers.core.TierFact;
import io.steadfast.tiers.core.TierKeep;
import io.steadfast.tiers.core.TierStanding;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A member's tiers, set by set. */
public record TierResponse(List<SetResponse> sets) {

    public TierResponse {
        sets = List.copyOf(sets);
    }

    static TierResponse of(List<TierView> views, Locale locale) {
        return new TierResponse(
                views.stream().map(view -> SetResponse.of(view, locale)).toList());
    }

    /**
     * @param validUntil exclusive; left out where the tier has no end
     * @param lent what lends the current tier, where it is higher than the earned one
     * @param upcoming a higher tier that is reached and begins later
     * @param keep what makes the earned tier last another term; left out where it has no end or is never lost
     */
    public record SetResponse(
            ProgramCode program,
            String set,
            NamedTier current,
            Optional<Instant> validUntil,
            Optional<Lent> lent,
            Progress progress,
            Optional<Keep> keep,
            Optional<Upcoming> upcoming,
            List<Step> history) {

        static SetResponse of(TierView view, Locale locale) {
            TierStanding standing = view.standing();
            return new SetResponse(
                    view.ref().program(),
                    view.set().code().value(),
                    NamedTier.of(view.current(), locale),
                    view.until(),
                    view.lent().map(lent -> new Lent(lent.by(), NamedTier.of(tier(view, standing.rank()), locale))),
                    Progress.of(view, locale),
                    standing.keep().map(Keep::of),
                    standing.rise()
                            .map(rise -> new Upcoming(NamedTier.of(tier(view, rise.rank()), locale), rise.from())),
                    view.history().stream()
                            .map(fact -> Step.of(tier(view, fact.rank()), fact))
                            .toList());
        }

        private static Tier tier(TierView view, int rank) {
            List<Tier> ladder = view.set().tiers();
            return ladder.get(Math.min(rank, ladder.size() - 1));
        }
    }

    /**
     * A floor under the earned tier: lent by a plan while it is on, or set by hand.
     *
     * @param by the plan's code, or {@code manual}
     * @param earned what shows again when it ends
     */
    public record Lent(String by, NamedTier earned) {}

    public record NamedTier(TierCode code, String name) {

        static NamedTier of(Tier tier, Locale locale) {
            return new NamedTier(tier.code(), tier.name().in(locale));
        }
    }

    /**
     * The way to the next tier, in the metric's unit: minor units of the program's currency, points or a count.
     *
     * @param current of the present period, with what came over into it
     * @param rollover left out where nothing comes over from period to period
     * @param next left out at the top
     */
    public record Progress(
            String metric,
            long current,
            Optional<Rollover> rollover,
            Optional<NextTier> next,
            Optional<Long> missing,
            List<String> unlocks) {

        static Progress of(TierView view, Locale locale) {
            TierStanding standing = view.standing();
            Optional<Tier> next =
                    standing.nextRank().map(rank -> view.set().tiers().get(rank));
            return new Progress(
                    view.set().metric().kind().name().toLowerCase(Locale.ROOT),
                    standing.metric(),
                    standing.over().map(over -> new Rollover(over.carried(), over.next(), over.most())),
                    next.map(tier -> new NextTier(tier.code(), tier.name().in(locale), tier.threshold())),
                    next.map(tier -> standing.missing()),
                    next.map(tier -> unlocks(tier.benefits(), locale)).orElse(List.of()));
        }

        private static List<String> unlocks(List<LocalText> benefits, Locale locale) {
            return benefits.stream().map(benefit -> benefit.in(locale)).toList();
        }
    }

    /**
     * The way to another term of the earned tier.
     *
     * @param need how many of the goals the present period has to meet; reaching the tier once more is enough too
     */
    public record Keep(int need, List<Goal> goals) {

        static Keep of(TierKeep keep) {
            return new Keep(keep.need(), keep.goals().stream().map(Goal::of).toList());
        }
    }

    /**
     * @param wallet of status points
     * @param counter the activity type counted
     * @param current what the present period holds, {@code threshold} what it has to: in minor units of the program's currency,
     *     points or a count
     */
    public record Goal(
            String metric,
            Optional<WalletCode> wallet,
            Optional<String> counter,
            long current,
            long threshold,
            long missing) {

        static Goal of(TierKeep.Goal goal) {
            return new Goal(
                    goal.metric().name().toLowerCase(Locale.ROOT),
                    goal.wallet(),
                    goal.counter(),
                    goal.current(),
                    goal.threshold(),
                    Math.max(0, goal.threshold() - goal.current()));
        }
    }

    /**
     * What comes over from period to period.
     *
     * @param carried how much of {@code current} came over from the period before
     * @param next how much would come over into the next period if this one ended now
     * @param most the cap
     */
    public record Rollover(long carried, long next, long most) {}

    /** A higher tier that begins at an instant, if nothing is returned until then. */
    public record Upcoming(NamedTier tier, Instant from) {}

    public record NextTier(TierCode code, String name, long threshold) {}

    public record Step(TierCode tier, Instant from, String cause) {

        static Step of(Tier tier, TierFact fact) {
            return new Step(tier.code(), fact.from(), fact.cause().name().toLowerCase(Locale.ROOT));
        }
    }
}
