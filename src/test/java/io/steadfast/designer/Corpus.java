package io.steadfast.designer;

import io.steadfast.accrual.core.AccrualDecision;
import io.steadfast.accrual.core.AccrualEvaluator;
import io.steadfast.accrual.core.Activity;
import io.steadfast.accrual.core.Grant;
import io.steadfast.accrual.core.MemberFacts;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.OrderLine;
import io.steadfast.accrual.core.OrderStatus;
import io.steadfast.accrual.core.OrderStore;
import io.steadfast.accrual.core.Tender;
import io.steadfast.programs.core.AcceptedCurrency;
import io.steadfast.programs.core.ExpiryCalculator;
import io.steadfast.programs.core.ExpiryPolicy;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.TierSet;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.programs.core.Wallet;
import io.steadfast.shared.MemberId;
import io.steadfast.tiers.core.MetricChange;
import io.steadfast.tiers.core.TierHistory;
import io.steadfast.tiers.core.TierMachine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Orders, activities, members and years of spending on which a document's decisions are looked at: two documents that decide
 * differently about any of them have different {@link #decisions}.
 */
final class Corpus {

    private static final MemberId MEMBER = new MemberId(new UUID(0, 7));
    private static final Instant JOINED = Instant.parse("2026-01-01T18:00:00Z");

    /** Two Tuesdays, an afternoon and a night, ends of months and years, and a leap day. */
    private static final List<Instant> TIMES = List.of(
            Instant.parse("2026-03-10T15:30:00Z"),
            Instant.parse("2027-01-05T21:30:00Z"),
            Instant.parse("2026-08-16T03:59:00Z"),
            Instant.parse("2027-12-31T23:59:00Z"),
            Instant.parse("2028-02-29T12:00:00Z"));

    private static final long[] AMOUNTS = {50, 100, 199, 999, 1_999, 4_000, 5_050, 7_050, 9_999, 35_000, 987_654_321};

    private static final Map<String, List<String>> HIKE = Map.of(
            "kind",
            List.of("hike"),
            "ascent",
            List.of("620"),
            "distance",
            List.of("9000"),
            "duration",
            List.of("9000"));

    private Corpus() {}

    /** What the document decides about all of it, as text. */
    static String decisions(ProgramDocument document) {
        ProgramVersion version = new ProgramVersion(document.basics().code(), 1, document, Instant.EPOCH);
        StringBuilder all = new StringBuilder();
        for (MemberFacts member : members(document)) {
            for (Order order : orders(document.basics().currency())) {
                say(AccrualEvaluator.evaluate(version, member, order), all);
            }
            for (AcceptedCurrency accepted : document.basics().accepted()) {
                say(
                        AccrualEvaluator.evaluate(version, member, order(9_999, accepted.currency(), TIMES.get(0), 1)),
                        all);
            }
            for (Activity activity : activities()) {
                say(AccrualEvaluator.evaluate(version, member, activity), all);
            }
        }
        document.wallets().forEach(wallet -> lapses(document, wallet, all));
        document.tierSets().forEach(set -> climbs(set, document.basics().zone(), all));
        document.tierSets().forEach(set -> overs(set, document.basics().zone(), all));
        document.tierSets().forEach(set -> stays(set, document.basics().zone(), all));
        return all.toString();
    }

    /** What a member gets of it and when, and why not; not how it was worked out. */
    private static void say(AccrualDecision decision, StringBuilder all) {
        for (Grant grant : decision.grants()) {
            all.append(grant.rule())
                    .append(grant.wallet())
                    .append(grant.points())
                    .append('+')
                    .append(grant.bonusPoints())
                    .append(grant.activation())
                    .append(grant.expiresAt())
                    .append(grant.minimum());
        }
        decision.skipped().forEach(skipped -> all.append(skipped.rule()).append(skipped.reasons()));
        decision.capUses().forEach(all::append);
        // What they come to in money shows in what a member gets, where a budget is in money.
        decision.budgetUses().forEach(use -> all.append(use.key()).append(use.points()));
        all.append(decision.inactivityDeadlines());
        all.append('\n');
    }

    private static void lapses(ProgramDocument document, Wallet wallet, StringBuilder all) {
        ZoneId zone = document.basics().zone();
        for (Instant time : TIMES) {
            Optional<Instant> later = Optional.of(time.plusSeconds(40 * 86_400L));
            all.append(ExpiryCalculator.lotExpiry(wallet.expiry(), time, later, zone));
            for (ExpiryPolicy.KeepsAlive kind : ExpiryPolicy.KeepsAlive.values()) {
                all.append(ExpiryCalculator.inactivityDeadline(wallet.expiry(), time, Set.of(kind), zone));
            }
        }
        all.append('\n');
    }

    /** Spending that rises, a return, and years without any. */
    private static void climbs(TierSet set, ZoneId zone, StringBuilder all) {
        for (long step : new long[] {1, 3, 7_000, 29_999, 30_000, 34_999, 35_000, 52_000, 99_999, 100_000, 180_000}) {
            List<MetricChange> changes = List.of(
                    change("2026-02-11T18:00:00Z", "1", step),
                    change("2026-03-11T18:00:00Z", "2", step),
                    change("2026-03-20T18:00:00Z", "2r", -step),
                    change("2027-01-20T18:00:00Z", "3", step),
                    change("2027-11-30T18:00:00Z", "4", 2 * step),
                    change("2028-01-02T18:00:00Z", "5", step));
            TierMachine machine = TierHistory.replay(set, zone, JOINED, changes, Instant.parse("2031-01-01T00:00:00Z"));
            machine.facts()
                    .forEach(fact -> all.append(fact.from())
                            .append(fact.rank())
                            .append(set.tiers().get(fact.rank()).code())
                            .append(fact.until())
                            .append(fact.cause()));
            late(set, zone, step).forEach(all::append);
            all.append('\n');
        }
    }

    /** A tier that was reached and then kept or not, by little spending, some orders and some reviews. */
    private static void stays(TierSet set, ZoneId zone, StringBuilder all) {
        for (long spend : new long[] {19_999, 20_000, 20_001, 34_999}) {
            for (int times : new int[] {2, 3, 5, 6, 7}) {
                MetricChange reached = change(
                        "2026-02-11T18:00:00Z",
                        "1",
                        set.tiers().get(Math.min(1, set.tiers().size() - 1)).threshold());
                MetricChange spent = change("2027-04-11T18:00:00Z", "2", spend);
                List<MetricChange> changes = List.of(
                        reached,
                        spent,
                        of(spent, times, "orders"),
                        of(spent, times, "counter:review"),
                        of(spent, times, "status_points:status"));
                all.append(TierHistory.replay(set, zone, JOINED, changes, Instant.parse("2031-01-01T00:00:00Z"))
                        .facts());
            }
        }
        all.append('\n');
    }

    /** A year that leaves something over, and later ones that lack about as much. */
    private static void overs(TierSet set, ZoneId zone, StringBuilder all) {
        for (long lacking : new long[] {9_999, 10_000, 10_001, 15_000, 29_000}) {
            long step = set.tiers().get(Math.min(1, set.tiers().size() - 1)).threshold();
            List<MetricChange> changes = List.of(
                    change("2026-02-11T18:00:00Z", "1", step + 40_000),
                    change("2027-02-11T18:00:00Z", "2", Math.max(1, step - lacking)));
            all.append(TierHistory.replay(set, zone, JOINED, changes, Instant.parse("2031-01-01T00:00:00Z"))
                    .facts());
        }
        all.append('\n');
    }

    private static MetricChange of(MetricChange one, long delta, String measure) {
        return new MetricChange(one.at(), one.countsAt(), one.source(), one.reference(), one.part(), delta, measure);
    }

    /** What is posted in the new year for the old one. */
    private static List<Object> late(TierSet set, ZoneId zone, long step) {
        MetricChange late = new MetricChange(
                Instant.parse("2027-01-03T18:00:00Z"),
                Instant.parse("2026-12-30T18:00:00Z"),
                "till",
                "late",
                0,
                step,
                TierSet.METRIC);
        TierMachine machine =
                TierHistory.replay(set, zone, JOINED, List.of(late), Instant.parse("2029-01-01T00:00:00Z"));
        return List.of(machine.facts());
    }

    private static MetricChange change(String at, String reference, long delta) {
        return new MetricChange(Instant.parse(at), Instant.parse(at), "till", reference, 0, delta, TierSet.METRIC);
    }

    private static List<MemberFacts> members(ProgramDocument document) {
        List<MemberFacts> members = new ArrayList<>();
        members.add(MemberFacts.enrolled(MEMBER, JOINED));
        members.add(MemberFacts.enrolled(MEMBER, JOINED).withOrdersBefore(4).withConsents(Set.of("activity_tracking")));
        members.add(MemberFacts.enrolled(MEMBER, Instant.parse("2026-04-01T00:00:00Z")));
        members.add(born());
        members.add(MemberFacts.enrolled(MEMBER, JOINED)
                .withAttributes(
                        Map.of("skin", new MemberFacts.Attribute(List.of("dry"), MemberFacts.Attribute.Privacy.OPEN))));
        for (TierSet set : document.tierSets()) {
            set.tiers()
                    .forEach(tier -> members.add(MemberFacts.enrolled(MEMBER, JOINED)
                            .withOrdersBefore(2)
                            .withTiers(Map.of(new TierSetRef(document.basics().code(), set.code()), tier.code()))));
        }
        document.plans()
                .forEach(plan -> members.add(paying(document, plan.code().value())));
        return members;
    }

    private static MemberFacts born() {
        MemberFacts one = MemberFacts.enrolled(MEMBER, JOINED);
        return one.withPersonal(new MemberFacts(
                MEMBER,
                one.kind(),
                one.employment(),
                one.enrolledAt(),
                Optional.of(LocalDate.of(1990, 3, 28)),
                Optional.empty(),
                Map.of(),
                Map.of(),
                Map.of(),
                Set.of(),
                Map.of(),
                Set.of(),
                3,
                one.usage()));
    }

    private static MemberFacts paying(ProgramDocument document, String plan) {
        MemberFacts one = MemberFacts.enrolled(MEMBER, JOINED);
        return new MemberFacts(
                MEMBER,
                one.kind(),
                one.employment(),
                one.enrolledAt(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Map.of(),
                Map.of(document.basics().code(), plan),
                Set.of(),
                Map.of(),
                Set.of(),
                2,
                one.usage());
    }

    private static List<Activity> activities() {
        List<Activity> activities = new ArrayList<>();
        for (Instant time : TIMES) {
            for (String type : List.of("review", "social_share", "survey")) {
                activities.add(new Activity(type, "app", type + time, MEMBER, time, Map.of()));
            }
            activities.add(new Activity("activity", "app", "hike" + time, MEMBER, time, HIKE));
        }
        return activities;
    }

    private static List<Order> orders(Currency currency) {
        List<Order> orders = new ArrayList<>();
        for (Instant time : TIMES) {
            for (long amount : AMOUNTS) {
                orders.add(order(amount, currency, time, orders.size()));
            }
        }
        return orders;
    }

    /** Every fourth order has what a basis may leave out; they are bought in two stores and through two channels. */
    private static Order order(long amount, Currency currency, Instant at, int number) {
        boolean rich = number % 4 == 0;
        List<OrderLine> lines = new ArrayList<>();
        lines.add(line("1", "serum", "skincare", amount, Set.of()));
        if (rich) {
            lines.add(line("2", "drink", "drinks/hot", amount / 3, Set.of()));
            lines.add(line("3", "card", "cards", 2_500, Set.of(OrderLine.GIFT_CARD)));
            lines.add(line("4", "tip", "tips", 333, Set.of(OrderLine.TIP)));
        }
        long sum = lines.stream().mapToLong(OrderLine::amount).sum() + (rich ? 495 : 0);
        return new Order(
                "till",
                Integer.toString(number),
                Optional.empty(),
                Optional.of(MEMBER),
                at,
                Optional.of(OrderStore.of(number % 3 == 0 ? "STORE1" : "STORE2")),
                Optional.of(number % 2 == 0 ? "web" : "app"),
                currency,
                OrderStatus.PAID,
                Optional.empty(),
                Order.TaxTreatment.INCLUDED,
                lines,
                rich ? 495 : 0,
                rich ? paid(sum) : List.of(Tender.of(Tender.Kind.CARD, sum)),
                Optional.empty(),
                List.of());
    }

    private static List<Tender> paid(long sum) {
        long part = sum / 10;
        return List.of(
                Tender.of(Tender.Kind.POINTS, part),
                Tender.of(Tender.Kind.GIFT_CARD, part),
                Tender.of(Tender.Kind.CREDIT, part),
                Tender.of(Tender.Kind.CARD, sum - 3 * part));
    }

    private static OrderLine line(String id, String sku, String category, long amount, Set<String> tags) {
        return new OrderLine(
                id,
                sku,
                Optional.empty(),
                Optional.of(category),
                Optional.of("own-brand"),
                BigDecimal.ONE,
                amount,
                0,
                amount / 6,
                tags,
                Map.of());
    }
}
