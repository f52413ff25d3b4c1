package io.steadfast.designer.faces;

import io.steadfast.accrual.ProofSentence;
import io.steadfast.accrual.core.AccrualDecision;
import io.steadfast.accrual.core.AccrualEvaluator;
import io.steadfast.accrual.core.Activity;
import io.steadfast.accrual.core.ActivitySpan;
import io.steadfast.accrual.core.Grant;
import io.steadfast.accrual.core.MemberFacts;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.SkippedRule;
import io.steadfast.designer.Basket;
import io.steadfast.designer.core.Worth;
import io.steadfast.programs.core.ActivityCheck;
import io.steadfast.programs.core.Plan;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.Tier;
import io.steadfast.programs.core.TierSet;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.programs.core.Trigger;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.RuleCode;
import io.steadfast.shared.TierCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What a member of a tier, or with a paid plan, would get for one basket and one of each activity, by the real evaluator.
 *
 * @param tier its name, or the plan's; empty in a program without either
 * @param points of the basket, in the wallets one can spend from
 * @param worth minor units of the program's currency; empty where a wallet states no value
 * @param percent of the basket that comes back, with at most two decimals; empty where there is no worth
 * @param told what each rule says; put into words only for whom one looks at, since a big program has a lot to say
 * @param beside what they get that isn't points, the same way
 * @param facts what was known of them
 */
public record Example(
        String code,
        String tier,
        long points,
        Optional<Long> worth,
        Optional<BigDecimal> percent,
        Supplier<List<Line>> told,
        Supplier<List<Beside>> beside,
        MemberFacts facts) {
    private static final MemberId SOMEBODY = new MemberId(new UUID(0, 0));

    public List<Line> lines() {
        return told.get();
    }

    public List<Beside> besides() {
        return beside.get();
    }

    /** Made when it is first asked for; a page asks several times. */
    private static <T> Supplier<List<T>> once(Supplier<List<T>> made) {
        List<List<T>> kept = new ArrayList<>();
        return () -> {
            if (kept.isEmpty()) {
                kept.add(List.copyOf(made.get()));
            }
            return kept.get(0);
        };
    }

    /** Something else than points, and what it comes to for this basket and member. */
    public record Beside(String name, String gives) {}

    /** The code of a real member's example; no tier or plan can be called so. */
    static final String REAL = "@member";

    /**
     * Who it is that buys.
     *
     * @param activities the types they are shown for
     */
    private record Buyer(String code, String name, MemberFacts facts, Set<String> activities) {}

    /**
     * One rule's part.
     *
     * @param why the reason where it gives nothing, the arithmetic where it does
     */
    public record Line(String rule, long points, String why) {}

    /** Of each tier, of a member where there are none, and of each plan that can be had. */
    static List<Example> all(Say say, Basket basket, Instant now) {
        List<Buyer> buyers = new ArrayList<>();
        ProgramDocument document = say.document();
        MemberFacts plain = MemberFacts.enrolled(SOMEBODY, now)
                .withConsents(agreed(document))
                .withOrdersBefore(1);
        ProgramCode program = document.basics().code();
        climbers(say, plain).forEach(buyers::add);
        if (buyers.isEmpty()) {
            buyers.add(new Buyer("", "", plain, activities(document)));
        }
        document.plans().stream()
                .filter(plan -> plan.sale() == Plan.Sale.OPEN)
                .map(plan -> new Buyer(
                        plan.code().value(),
                        say.word("with_plan").replace("{plan}", say.in(plan.name())),
                        plain.withPlans(Map.of(program, plan.code().value())),
                        activities(document)))
                .forEach(buyers::add);
        return buyers.stream().map(buyer -> of(say, basket, now, buyer)).toList();
    }

    /**
     * A real member who buys the basket.
     *
     * @param facts what is known of them; what they agree to isn't, so that activities aren't shown
     */
    static Example real(Say say, Basket basket, Instant now, String name, MemberFacts facts) {
        return of(say, basket, now, new Buyer(REAL, name, facts, Set.of()));
    }

    /** The example of a tier: its own code on the first ladder, with the ladder's before it on a further one. */
    static String code(int place, TierSet set, Tier tier) {
        return place == 0 ? tier.code().value() : set.code() + "/" + tier.code();
    }

    /** What a step is called: a further ladder's with the ladder's name before it. */
    static String name(Say say, int place, TierSet set, Tier tier) {
        return place == 0 ? say.in(tier.name()) : say.in(set.name()) + " · " + say.in(tier.name());
    }

    /** Somebody on each step of a ladder, at the foot of all others. */
    private static List<Buyer> climbers(Say say, MemberFacts plain) {
        List<TierSet> sets = say.document().tierSets();
        ProgramCode program = say.document().basics().code();
        Map<TierSetRef, TierCode> feet = sets.stream()
                .filter(set -> !set.tiers().isEmpty())
                .collect(Collectors.toMap(
                        set -> new TierSetRef(program, set.code()),
                        set -> set.tiers().get(0).code(),
                        (one, same) -> one));
        List<Buyer> climbers = new ArrayList<>();
        for (int place = 0; place < sets.size(); place++) {
            TierSet set = sets.get(place);
            for (Tier tier : set.tiers()) {
                Map<TierSetRef, TierCode> stands = new HashMap<>(feet);
                stands.put(new TierSetRef(program, set.code()), tier.code());
                climbers.add(new Buyer(
                        code(place, set, tier),
                        name(say, place, set, tier),
                        plain.withTiers(stands),
                        activities(say.document())));
            }
        }
        return climbers;
    }

    private static Example of(Say say, Basket basket, Instant now, Buyer buyer) {
        ProgramDocument document = say.document();
        ProgramVersion version = new ProgramVersion(document.basics().code(), 1, document, now);
        Order bought = basket.order(document.basics().currency(), now);
        AccrualDecision order = AccrualEvaluator.evaluate(version, buyer.facts(), bought);
        List<Grant> counted = Worth.spendable(order.grants(), document);
        Optional<BigDecimal> worth = Worth.of(counted, document);
        return new Example(
                buyer.code(),
                buyer.name(),
                counted.stream().mapToLong(Grant::points).sum(),
                worth.map(BigDecimal::longValue),
                worth.flatMap(money -> Worth.percent(money, basket.amount())),
                once(() -> told(say, version, buyer, order)),
                once(() -> Besides.of(say, order, buyer.facts(), bought)),
                buyer.facts());
    }

    private static List<Line> told(Say say, ProgramVersion version, Buyer buyer, AccrualDecision order) {
        List<Line> lines = new ArrayList<>(lines(order, say));
        for (String type : buyer.activities()) {
            Activity activity = new Activity(type, "example", "1", SOMEBODY, order.occurredAt(), told(say.document()));
            lines.addAll(lines(AccrualEvaluator.evaluate(version, buyer.facts(), activity), say));
        }
        return lines;
    }

    private static List<Line> lines(AccrualDecision decision, Say say) {
        ProofSentence proofs = new ProofSentence(say.document(), say.locale());
        List<Line> lines = new ArrayList<>();
        for (Grant grant : decision.grants()) {
            lines.add(new Line(name(Optional.of(grant.rule()), say), grant.points(), proofs.granted(grant)));
        }
        for (SkippedRule skipped : decision.skipped()) {
            String why = skipped.reasons().stream()
                    .map(reason -> say.word("skip." + reason.name()))
                    .collect(Collectors.joining(say.word("comma")));
            lines.add(new Line(name(skipped.rule(), say), 0, why));
        }
        return lines;
    }

    private static String name(Optional<RuleCode> rule, Say say) {
        return rule.flatMap(say.document()::rule)
                .map(found -> say.in(found.name()))
                .orElseGet(() -> say.in(say.document().basics().name()));
    }

    /** The types that rules look at. */
    private static Set<String> activities(ProgramDocument document) {
        return document.earning().rules().stream()
                .flatMap(rule -> rule.trigger().activityType().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What a tracker tells of a usual hike, and for which program a friend is won. */
    private static Map<String, List<String>> told(ProgramDocument document) {
        return Map.of(
                ActivitySpan.KIND,
                List.of("hike"),
                ActivitySpan.DISTANCE,
                List.of("9400"),
                ActivitySpan.DURATION,
                List.of("11700"),
                "ascent",
                List.of("620"),
                Trigger.OnReferral.PROGRAM,
                List.of(document.basics().code().value()));
    }

    /** Somebody who agrees to all that is asked. */
    private static Set<String> agreed(ProgramDocument document) {
        return document.activityChecks().stream()
                .flatMap(check -> check.consent().stream())
                .map(ActivityCheck.Agreement::purpose)
                .collect(Collectors.toSet());
    }
}
