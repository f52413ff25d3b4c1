package io.steadfast.designer.core;

import io.steadfast.accrual.core.AccrualDecision;
import io.steadfast.accrual.core.AccrualEvaluator;
import io.steadfast.accrual.core.BudgetKey;
import io.steadfast.accrual.core.BudgetUse;
import io.steadfast.accrual.core.CapKey;
import io.steadfast.accrual.core.Grant;
import io.steadfast.accrual.core.MemberFacts;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.ProgramJudgement;
import io.steadfast.accrual.core.TierMetric;
import io.steadfast.accrual.core.Usage;
import io.steadfast.charities.core.PledgeReckoning;
import io.steadfast.charities.core.Wanted;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.ProgramVersion;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Goes through a year order by order: each is judged by what the ones before it made of the member, caps and tiers included, and moves
 * their tiers in turn.
 */
public final class YearWalk {

    private final ProgramDocument document;
    private final ProgramVersion version;
    private final MemberFacts member;
    private final Instant from;
    private final YearTiers tiers;
    private final YearLots lots;
    private final Map<CapKey, Long> caps = new HashMap<>();
    private final Map<BudgetKey, BudgetUse> budgets = new HashMap<>();
    private final List<Grant> granted = new ArrayList<>();
    private final List<Instant> moments = new ArrayList<>();
    private long spend;
    private long donated;

    private YearWalk(ProgramDocument document, MemberFacts member, Instant from) {
        this.document = document;
        this.version = new ProgramVersion(document.basics().code(), 1, document, Instant.EPOCH);
        this.member = member.enrolled(Optional.of(from));
        this.from = from;
        this.tiers = new YearTiers(version, member.plans().values(), from);
        this.lots = new YearLots(document);
    }

    /**
     * The year that begins at an instant, in which the member joins.
     *
     * @param member what is known besides; their tiers are those that the year brings
     * @param orders paid, by rising instant, all of them in that year
     */
    public static MemberYear of(ProgramDocument document, MemberFacts member, Instant from, List<Order> orders) {
        YearWalk walk = new YearWalk(document, member, from);
        orders.forEach(walk::take);
        return walk.year();
    }

    private void take(Order order) {
        Instant at = order.occurredAt();
        tiers.advanceTo(at);
        MemberFacts facts =
                tiers.judging(member.withOrdersBefore(moments.size()).withUsage(new Usage(caps, budgets)), order);
        AccrualDecision decision = AccrualEvaluator.evaluate(version, facts, order);
        decision.capUses().forEach(use -> caps.merge(use.key(), use.amount(), Long::sum));
        decision.budgetUses().forEach(use -> budgets.merge(use.key(), use, YearWalk::both));
        lots.add(at, decision);
        granted.addAll(Worth.spendable(decision.grants(), document));
        document.tierSets().forEach(set -> tiers.apply(set, TierMetric.of(order, version, set, decision.grants())));
        donated += new PledgeReckoning(document, ProgramJudgement.of(decision, facts), order)
                .wanted(Optional.empty()).stream().mapToLong(Wanted::amount).sum();
        spend += order.tenders().stream().mapToLong(tender -> tender.amount()).sum();
        moments.add(at);
    }

    private static BudgetUse both(BudgetUse one, BudgetUse other) {
        return new BudgetUse(one.key(), one.points() + other.points(), one.money() + other.money());
    }

    private MemberYear year() {
        Instant end = from.atZone(document.basics().zone()).plusYears(1).toInstant();
        tiers.advanceTo(end);
        Optional<BigDecimal> worth = Worth.of(granted, document);
        return new MemberYear(
                spend,
                moments.size(),
                granted.stream().mapToLong(Grant::points).sum(),
                worth,
                worth.flatMap(money -> Worth.percent(money, spend)),
                tiers.reached(moments),
                lots.lapsing(from, end),
                lots.lapsing(end, Instant.MAX),
                new YearRewards(document, member.plans().values(), tiers, lots).affordable(all(end)),
                donated);
    }

    /** When something could come within reach: with an order, and when points become usable. */
    private List<Instant> all(Instant end) {
        List<Instant> all = new ArrayList<>(moments);
        all.addAll(lots.activations());
        return all.stream().filter(at -> at.isBefore(end)).distinct().sorted().toList();
    }

    static LocalDate day(Instant at, ProgramDocument document) {
        return at.atZone(document.basics().zone()).toLocalDate();
    }

    /** The last day before an exclusive end. */
    static LocalDate lastDay(Instant end, ProgramDocument document) {
        return day(end.minusMillis(1), document);
    }
}
