package io.steadfast.accrual.store;

import io.steadfast.accrual.core.BudgetKey;
import io.steadfast.accrual.core.BudgetUse;
import io.steadfast.accrual.core.CapKey;
import io.steadfast.accrual.core.CapUse;
import io.steadfast.accrual.core.MemberFacts;
import io.steadfast.accrual.core.Usage;
import io.steadfast.programs.core.TierSetCode;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.TierCode;
import io.steadfast.tiers.core.CutOrder;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Facts about a member as they are kept: nothing personal, and lists where the core has maps by more than a name.
 *
 * @param consents left out where no program asked for any
 * @param crossed empty where no set cut the order, as in all that was kept before any could
 */
record FactsDocument(
        MemberId member,
        MemberFacts.Kind kind,
        MemberFacts.Employment employment,
        Optional<Instant> enrolledAt,
        Optional<String> homeStore,
        List<TierFact> tiers,
        Optional<List<CrossedSet>> crossed,
        Map<ProgramCode, String> plans,
        Set<String> segments,
        Map<String, List<String>> attributes,
        Optional<Set<String>> consents,
        long ordersBefore,
        List<CapUse> caps,
        List<BudgetUse> budgets) {

    /** The member's tier in a set. */
    record TierFact(ProgramCode program, String set, TierCode tier) {}

    /** Into what a set cut the order. */
    record CrossedSet(ProgramCode program, String set, CutOrder order) {}

    static FactsDocument of(MemberFacts facts) {
        Map<String, List<String>> open = new TreeMap<>();
        facts.attributes().forEach((name, attribute) -> {
            if (attribute.privacy() == MemberFacts.Attribute.Privacy.OPEN) {
                open.put(name, attribute.values());
            }
        });
        return new FactsDocument(
                facts.member(),
                facts.kind(),
                facts.employment(),
                facts.enrolledAt(),
                facts.homeStore(),
                facts.tiers().entrySet().stream()
                        .map(each -> new TierFact(
                                each.getKey().program(), each.getKey().set().value(), each.getValue()))
                        .toList(),
                Optional.of(facts.crossed().entrySet().stream()
                                .map(each -> new CrossedSet(
                                        each.getKey().program(),
                                        each.getKey().set().value(),
                                        each.getValue()))
                                .toList())
                        .filter(sets -> !sets.isEmpty()),
                facts.plans(),
                facts.segments(),
                open,
                Optional.of(facts.consents()).filter(each -> !each.isEmpty()),
                facts.ordersBefore(),
                facts.usage().caps().entrySet().stream()
                        .map(each -> new CapUse(each.getKey(), each.getValue()))
                        .toList(),
                List.copyOf(facts.usage().budgets().values()));
    }

    MemberFacts facts() {
        Map<TierSetRef, TierCode> tierOf = new HashMap<>();
        tiers.forEach(each -> tierOf.put(new TierSetRef(each.program(), new TierSetCode(each.set())), each.tier()));
        Map<TierSetRef, CutOrder> cut = new HashMap<>();
        crossed.orElse(List.of())
                .forEach(each -> cut.put(new TierSetRef(each.program(), new TierSetCode(each.set())), each.order()));
        Map<String, MemberFacts.Attribute> attribute = new HashMap<>();
        attributes.forEach((name, values) ->
                attribute.put(name, new MemberFacts.Attribute(values, MemberFacts.Attribute.Privacy.OPEN)));
        Map<CapKey, Long> capUse = new HashMap<>();
        caps.forEach(each -> capUse.put(each.key(), each.amount()));
        Map<BudgetKey, BudgetUse> budgetUse = new HashMap<>();
        budgets.forEach(each -> budgetUse.put(each.key(), each));
        return new MemberFacts(
                member,
                kind,
                employment,
                enrolledAt,
                Optional.empty(),
                homeStore,
                tierOf,
                cut,
                plans,
                new HashSet<>(segments),
                attribute,
                consents.orElse(Set.of()),
                ordersBefore,
                new Usage(capUse, budgetUse));
    }
}
