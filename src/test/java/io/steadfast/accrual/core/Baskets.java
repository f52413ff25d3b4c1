package io.steadfast.accrual.core;

import io.steadfast.programs.ProgramTemplates;
import io.steadfast.programs.core.Earning;
import io.steadfast.programs.core.EarningRule;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.TierSetCode;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.TierCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Orders, members and programs as the evaluator's tests speak of them. */
final class Baskets {

    static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
    static final MemberId MIA = new MemberId(UUID.fromString("01930000-0000-7000-8000-000000000001"));

    private Baskets() {}

    static ProgramVersion template(String name) {
        return inForce(ProgramTemplates.find(name).orElseThrow());
    }

    static ProgramVersion inForce(ProgramDocument document) {
        return new ProgramVersion(document.basics().code(), 1, document, Instant.parse("1990-01-01T00:00:00Z"));
    }

    /** A program with these rules instead of its own. */
    static ProgramVersion withRules(ProgramVersion version, List<EarningRule> rules) {
        var earning = version.document().earning();
        return inForce(version.document()
                .withEarning(new Earning(
                        rules,
                        earning.groups(),
                        earning.multipliers(),
                        earning.basis(),
                        earning.pending(),
                        earning.budgets(),
                        earning.caps())));
    }

    static MemberFacts member() {
        return MemberFacts.enrolled(MIA, Instant.parse("1995-01-01T00:00:00Z"));
    }

    static MemberFacts inTier(ProgramVersion version, String tier) {
        return member().withTiers(
                        Map.of(new TierSetRef(version.code(), new TierSetCode("STATUS")), new TierCode(tier)));
    }

    static Order order(String currency, long... amounts) {
        return order(NOON, currency, amounts);
    }

    static Order order(Instant at, String currency, long... amounts) {
        List<OrderLine> lines = new ArrayList<>();
        for (int index = 0; index < amounts.length; index++) {
            lines.add(line("L" + (index + 1), "SKU" + (index + 1), amounts[index]));
        }
        return order(at, currency, lines, List.of());
    }

    static Order order(Instant at, String currency, List<OrderLine> lines, List<Tender> tenders) {
        return new Order(
                "shop",
                "1",
                Optional.empty(),
                Optional.of(MIA),
                at,
                Optional.empty(),
                Optional.empty(),
                Currency.getInstance(currency),
                OrderStatus.PAID,
                Optional.empty(),
                Order.TaxTreatment.INCLUDED,
                lines,
                0,
                tenders,
                Optional.empty(),
                List.of());
    }

    static OrderLine line(String id, String sku, long amount, String... tags) {
        return new OrderLine(
                id,
                sku,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                BigDecimal.ONE,
                amount,
                0,
                0,
                Set.of(tags),
                Map.of());
    }

    static Activity activity(String type, String reference) {
        return new Activity(type, "app", reference, MIA, NOON, Map.of());
    }

    /** What the decision uses, as the usage the next judgement starts from. */
    static Usage after(Usage before, AccrualDecision decision) {
        Map<CapKey, Long> caps = new HashMap<>(before.caps());
        decision.capUses().forEach(use -> caps.merge(use.key(), use.amount(), Math::addExact));
        Map<BudgetKey, BudgetUse> budgets = new HashMap<>(before.budgets());
        decision.budgetUses()
                .forEach(use -> budgets.merge(
                        use.key(),
                        use,
                        (one, other) ->
                                new BudgetUse(one.key(), one.points() + other.points(), one.money() + other.money())));
        return new Usage(caps, budgets);
    }
}
