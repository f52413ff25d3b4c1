package io.steadfast.designer.faces;

import io.steadfast.accrual.core.MemberFacts;
import io.steadfast.designer.NotThat;
import io.steadfast.designer.Numbers;
import io.steadfast.designer.YearOfOrders;
import io.steadfast.designer.core.MemberYear;
import io.steadfast.designer.core.YearWalk;
import io.steadfast.platform.faces.Formats;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.faces.PageTexts;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a year brings somebody who joins today and spends so much in so many orders; with the paid plan that one looks at. */
@Named("year")
@RequestScoped
public class YearBean {

    private static final MemberId SOMEBODY = new MemberId(new UUID(0, 0));

    /** More rewards than one reads in a panel. */
    private static final int REWARDS = 5;

    @Inject
    private ProgramBean program;

    @Inject
    private DraftsBean drafts;

    @Inject
    private GetsBean gets;

    @Inject
    private TenantClock clock;

    @Inject
    private FrameBean frame;

    @Inject
    private Formats f;

    @Inject
    private PageTexts t;

    private @Nullable Optional<MemberYear> year;

    public String getSpend() {
        String typed = drafts.parameter("spend").strip();
        return typed.isEmpty() ? "600" : typed;
    }

    public String getOrders() {
        String typed = drafts.parameter("orders").strip();
        return typed.isEmpty() ? "12" : typed;
    }

    /** Empty while what is typed is no spending. */
    public Optional<MemberYear> getWhole() {
        if (year == null) {
            try {
                year = Optional.of(walked());
            } catch (NotThat notYet) {
                year = Optional.empty();
            }
        }
        return year;
    }

    private MemberYear walked() {
        ProgramDocument document = program.looked();
        long spend = Numbers.minorUnits(getSpend(), document.basics().currency());
        long count = Math.min(YearOfOrders.MOST + 1L, Numbers.whole(getOrders()));
        YearOfOrders orders = new YearOfOrders(spend, (int) count, gets.getCategory());
        Instant from = clock.now();
        return YearWalk.of(
                document,
                MemberFacts.enrolled(SOMEBODY, from).withPlans(plans(document)),
                from,
                orders.from(
                        from.atZone(document.basics().zone()), document.basics().currency()));
    }

    private Map<ProgramCode, String> plans(ProgramDocument document) {
        String looked = gets.getChosen().code();
        return document.plans().stream().anyMatch(plan -> plan.code().value().equals(looked))
                ? Map.of(document.basics().code(), looked)
                : Map.of();
    }

    /** In points or, where the program gives credit, in money. */
    public String figure(long points) {
        return GetsBean.isCredit(program.looked())
                ? f.money(points, gets.getCurrency())
                : t.with("designer", "points", "count", points);
    }

    /** Each tier with its day, the order that reached it, and how long it lasts. */
    public List<String> tiers(MemberYear whole) {
        return whole.reached().stream()
                .map(reached -> t.with(
                        "designer",
                        reached.through().isPresent() ? "year_tier_through" : "year_tier",
                        "tier",
                        reached.tier().name().in(frame.getLocale()),
                        "day",
                        f.day(reached.day()),
                        "order",
                        reached.order(),
                        "through",
                        reached.through().map(f::day).orElse("")))
                .toList();
    }

    /** The first rewards that come within reach, and how many more. */
    public List<String> rewards(MemberYear whole) {
        List<String> lines = new ArrayList<>();
        whole.rewards().stream()
                .limit(REWARDS)
                .map(affordable -> t.with(
                        "designer",
                        "year_reward",
                        "reward",
                        affordable.reward().name().in(frame.getLocale()),
                        "day",
                        f.day(affordable.day())))
                .forEach(lines::add);
        if (whole.rewards().size() > REWARDS) {
            lines.add(t.with("designer", "year_more", "count", whole.rewards().size() - REWARDS));
        }
        return lines;
    }

    /** What lapses within the year, and what after it if no order follows. */
    public List<String> lapses(MemberYear whole) {
        List<String> lines = new ArrayList<>();
        if (whole.lapsed().isEmpty()) {
            lines.add(t.text("designer", "year_lapses_none"));
        } else {
            lines.add(t.with(
                    "designer",
                    "year_lapses",
                    "points",
                    figure(whole.lapsedPoints()),
                    "day",
                    f.day(whole.lapsed().get(0).last())));
        }
        if (!whole.lapsing().isEmpty()) {
            long later =
                    whole.lapsing().stream().mapToLong(MemberYear.Lapse::points).sum();
            lines.add(t.with(
                    "designer",
                    "year_lapses_after",
                    "points",
                    figure(later),
                    "day",
                    f.day(whole.lapsing().get(0).last())));
        }
        return lines;
    }
}
