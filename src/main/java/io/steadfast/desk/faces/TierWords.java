package io.steadfast.desk.faces;

import io.steadfast.platform.faces.Formats;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.faces.PageTexts;
import io.steadfast.programs.PublishedWallets;
import io.steadfast.programs.core.Tier;
import io.steadfast.programs.core.TierSet;
import io.steadfast.tiers.TierView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Optional;

/** A member's tier, and what is missing for the next, in words and figures. */
@Named("laddered")
@RequestScoped
public class TierWords {

    private static final int WHOLE = 100;

    @Inject
    private PublishedWallets programs;

    @Inject
    private FrameBean frame;

    @Inject
    private Formats formats;

    @Inject
    private PageTexts t;

    /** What the tier held now is called. */
    public String name(TierView view) {
        return view.current().name().in(frame.getLocale());
    }

    public boolean hasNext(TierView view) {
        return next(view, view.standing().nextRank()).isPresent();
    }

    /** What the amount is that stands beside it: what the next tier still needs, or that there is none. */
    public String next(TierView view) {
        return next(view, view.standing().nextRank())
                .map(tier -> t.with("desk", "to_tier", "tier", tier.name().in(frame.getLocale())))
                .orElseGet(() -> view.standing().rise().isPresent()
                        ? t.text("desk", "top_reached")
                        : isAboveEarned(view)
                                ? t.with(
                                        "desk",
                                        "earned_tier",
                                        "tier",
                                        earned(view).name().in(frame.getLocale()))
                                : t.text("desk", "top_tier"));
    }

    /** What is missing for the next tier, in the metric's own unit; empty at the top. */
    public String missing(TierView view) {
        return hasNext(view) ? amount(view, view.standing().missing()) : "";
    }

    /** How far the way to the next tier has been gone, in whole percent. */
    public long share(TierView view) {
        long gone = view.standing().metric();
        long way = Math.addExact(gone, view.standing().missing());
        return way <= 0 ? WHOLE : Math.min(WHOLE, gone * WHOLE / way);
    }

    /** Until when the tier is held; empty where it has no end. */
    public String until(TierView view) {
        return view.until()
                .map(end -> t.with("desk", "tier_until", "day", lastDay(view, end)))
                .orElse("");
    }

    /** What of the present period came over from the one before; empty where nothing did. */
    public String over(TierView view) {
        return view.standing()
                .over()
                .filter(over -> over.carried() > 0)
                .map(over -> t.with("desk", "tier_over", "amount", amount(view, over.carried())))
                .orElse("");
    }

    /** A higher tier that is reached and when it begins; empty where none is. */
    public String rise(TierView view) {
        return view.standing()
                .rise()
                .map(rise -> t.with(
                        "desk",
                        "tier_rise",
                        "tier",
                        view.set().tiers().get(rise.rank()).name().in(frame.getLocale()),
                        "day",
                        lastDay(view, rise.from().plusMillis(1))))
                .orElse("");
    }

    /** The last day of what ends, exclusively, at an instant: a day of the program's calendar. */
    String lastDay(TierView view, Instant end) {
        return programs.programs().stream()
                .filter(program -> program.code().equals(view.ref().program()))
                .map(program -> program.document().basics().zone())
                .map(zone -> formats.day(end.minusMillis(1).atZone(zone).toLocalDate()))
                .findFirst()
                .orElseGet(() -> formats.lastDay(end));
    }

    /** What is missing is counted from the tier that was earned: below the one that is lent it says nothing. */
    private static Optional<Tier> next(TierView view, Optional<Integer> rank) {
        int held = view.set().rankOf(view.current().code());
        return rank.filter(at -> at > held).map(at -> view.set().tiers().get(at));
    }

    private static boolean isAboveEarned(TierView view) {
        return !view.current().code().equals(earned(view).code());
    }

    private static Tier earned(TierView view) {
        return view.set()
                .tiers()
                .get(Math.min(view.standing().rank(), view.set().tiers().size() - 1));
    }

    private String amount(TierView view, long amount) {
        TierSet.Metric.Kind kind = view.set().metric().kind();
        return kind == TierSet.Metric.Kind.SPEND
                ? formats.money(amount, currency(view))
                : t.with("desk", "metric." + kind, "count", amount);
    }

    private String currency(TierView view) {
        return programs.programs().stream()
                .filter(program -> program.code().equals(view.ref().program()))
                .map(program -> program.document().basics().currency().getCurrencyCode())
                .findFirst()
                .orElseThrow();
    }
}
