package io.steadfast.designer.core;

import io.steadfast.accrual.core.AccrualDecision;
import io.steadfast.accrual.core.AccrualEvaluator;
import io.steadfast.accrual.core.Grant;
import io.steadfast.accrual.core.MemberFacts;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.ProgramJudgement;
import io.steadfast.accrual.core.TierMetric;
import io.steadfast.cards.core.CardFacts;
import io.steadfast.cards.core.MemberCard;
import io.steadfast.charities.core.PledgeReckoning;
import io.steadfast.charities.core.Wanted;
import io.steadfast.programs.core.PlanCode;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.Reward;
import io.steadfast.programs.core.RewardCode;
import io.steadfast.programs.core.TierSet;
import io.steadfast.programs.core.TierSetCode;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.rewards.core.Availability;
import io.steadfast.rewards.core.Buyer;
import io.steadfast.rewards.core.Supply;
import io.steadfast.shared.TierCode;
import io.steadfast.shared.WalletCode;
import io.steadfast.tiers.core.MetricChange;
import io.steadfast.tiers.core.TierMachine;
import io.steadfast.tiers.core.TierStanding;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The card of somebody who has just reached their tier and buys one basket: the same card that a real member has, of facts that the
 * evaluator and the ladder's machine give instead of the books. Points that aren't usable yet are shown as if they were.
 */
public final class ExampleCard {

    private static final Supply ENDLESS = new Supply(OptionalLong.empty(), 0, Supply.Donations.TAKEN);

    private final ProgramDocument document;
    private final MemberFacts member;
    private final Order order;
    private final ProgramVersion version;
    private final AccrualDecision decision;

    private ExampleCard(ProgramDocument document, MemberFacts member, Order order) {
        this.document = document;
        this.member = member;
        this.order = order;
        this.version = new ProgramVersion(document.basics().code(), 1, document, Instant.EPOCH);
        this.decision = AccrualEvaluator.evaluate(version, member, order);
    }

    /** @param order paid, at the moment at which the card is looked at */
    public static MemberCard of(ProgramDocument document, MemberFacts member, Order order) {
        return MemberCard.of(document, new ExampleCard(document, member, order).facts());
    }

    private CardFacts facts() {
        Map<WalletCode, CardFacts.Purse> purses = purses();
        Map<TierSetCode, CardFacts.Place> places = new HashMap<>();
        document.tierSets().stream()
                .filter(set -> !set.tiers().isEmpty())
                .forEach(set -> places.put(set.code(), place(set)));
        return new CardFacts(purses, places, rewards(purses, places), donated());
    }

    private Map<WalletCode, CardFacts.Purse> purses() {
        Map<WalletCode, List<Grant>> byWallet =
                Worth.spendable(decision.grants(), document).stream().collect(Collectors.groupingBy(Grant::wallet));
        Map<WalletCode, CardFacts.Purse> purses = new HashMap<>();
        byWallet.forEach((wallet, grants) -> {
            long points = grants.stream().mapToLong(Grant::points).sum();
            Optional<Instant> end = Stream.concat(
                            grants.stream().flatMap(grant -> grant.expiresAt().stream()),
                            Stream.ofNullable(decision.inactivityDeadlines().get(wallet)))
                    .min(Instant::compareTo);
            purses.put(
                    wallet,
                    new CardFacts.Purse(
                            points, end.map(at -> new CardFacts.Lapsing(YearWalk.lastDay(at, document), points))));
        });
        return purses;
    }

    /** Reached just now, with the basket on top. */
    private CardFacts.Place place(TierSet set) {
        Instant at = order.occurredAt();
        TierMachine machine = TierMachine.start(set, document.basics().zone(), at);
        TierCode own = member.tiers().get(new TierSetRef(version.code(), set.code()));
        int rank = own == null ? 0 : Math.max(0, set.rankOf(own));
        if (rank > 0) {
            machine.apply(new MetricChange(
                    at, at, "example", "0", 0, set.tiers().get(rank).threshold(), TierSet.METRIC));
        }
        TierMetric.of(order, version, set, decision.grants()).forEach(machine::apply);
        TierStanding earned = machine.standingAt(at);
        return new CardFacts.Place(
                set.tiers().get(Math.max(rank, earned.rank())).code(), earned, earned.validUntil());
    }

    private Map<RewardCode, Availability> rewards(
            Map<WalletCode, CardFacts.Purse> purses, Map<TierSetCode, CardFacts.Place> places) {
        Map<WalletCode, Long> spendable = new HashMap<>();
        purses.forEach((wallet, purse) -> spendable.put(wallet, purse.spendable()));
        Map<TierSetCode, TierCode> tiers = new HashMap<>();
        places.forEach((set, place) -> tiers.put(set, place.current()));
        Set<PlanCode> plans = document.plans().stream()
                .map(plan -> plan.code())
                .filter(code -> code.value().equals(member.plans().get(version.code())))
                .collect(Collectors.toSet());
        Buyer buyer = new Buyer(Buyer.Standing.ACTIVE, tiers, plans, spendable);
        Map<RewardCode, Availability> judged = new HashMap<>();
        for (Reward reward : document.rewards()) {
            judged.put(
                    reward.code(),
                    Availability.of(reward, document, buyer, ENDLESS, new Availability.Wanted(1, order.occurredAt())));
        }
        return judged;
    }

    private long donated() {
        return new PledgeReckoning(document, ProgramJudgement.of(decision, member), order)
                .wanted(Optional.empty()).stream().mapToLong(Wanted::amount).sum();
    }
}
