package io.steadfast.rewards;

import io.steadfast.ledger.core.WalletBalance;
import io.steadfast.members.MemberService;
import io.steadfast.members.core.MemberProfile;
import io.steadfast.members.core.MemberStatus;
import io.steadfast.memberships.MembershipService;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.PlanCode;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.Reward;
import io.steadfast.programs.core.RewardCode;
import io.steadfast.programs.core.RewardKind;
import io.steadfast.programs.core.TierSetCode;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.rewards.core.Availability;
import io.steadfast.rewards.core.Buyer;
import io.steadfast.rewards.core.LimitWindow;
import io.steadfast.rewards.core.Stock;
import io.steadfast.rewards.core.Supply;
import io.steadfast.rewards.store.RedemptionRepository;
import io.steadfast.rewards.store.StockRepository;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.TierCode;
import io.steadfast.shared.WalletCode;
import io.steadfast.tiers.TierService;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Puts together what decides whether a member may have a reward. */
@Dependent
class RewardShelf {

    @Inject
    private MemberService members;

    @Inject
    private ProgramService programs;

    @Inject
    private MembershipService memberships;

    @Inject
    private TierService tiers;

    @Inject
    private StockRepository stocks;

    @Inject
    private RedemptionRepository redemptions;

    @Inject
    @Any
    private Instance<DonationTaker> donations;

    /**
     * A member in front of the shelf, with what they have.
     *
     * @param had of the rewards that are limited, how many they had in the present window
     */
    record Visitor(
            MemberProfile profile,
            Map<TierSetRef, TierCode> tiers,
            Map<WalletCode, Long> spendable,
            Map<RewardCode, Long> had) {

        /** The same visitor with what they have by now. */
        Visitor with(List<WalletBalance> balances) {
            return new Visitor(profile, tiers, byWallet(balances), had);
        }

        private static Map<WalletCode, Long> byWallet(List<WalletBalance> balances) {
            Map<WalletCode, Long> spendable = new HashMap<>();
            balances.forEach(balance -> spendable.put(balance.wallet(), balance.spendable()));
            return spendable;
        }

        private Visitor having(Map<RewardCode, Long> counted) {
            return new Visitor(profile, tiers, spendable, counted);
        }
    }

    Visitor visitor(MemberProfile profile, List<WalletBalance> balances, Instant now) {
        return new Visitor(profile, tiers.tiersAt(profile.id(), now), Visitor.byWallet(balances), Map.of());
    }

    /** The same visitor, with what they had of these rewards of a version. */
    Visitor counted(Visitor visitor, ProgramVersion version, List<Reward> rewards, Instant now) {
        ZoneId zone = version.document().basics().zone();
        Map<RewardCode, Instant> since = new HashMap<>();
        rewards.forEach(reward -> reward.perMember()
                .map(limit -> LimitWindow.of(limit.period(), now, zone))
                .ifPresent(window -> since.put(reward.code(), window.start().orElse(Instant.EPOCH))));
        return visitor.having(redemptions.had(visitor.profile().id(), version.code(), since));
    }

    /** Every reward of a version, with its stock and, for a visitor, whether one can be had. */
    List<RewardOffer> offers(ProgramVersion version, Optional<Visitor> visitor, Instant now) {
        Map<RewardCode, Stock> kept = stocks.of(version.code());
        Map<RewardCode, Long> issued = visitor.isPresent() ? Map.of() : redemptions.issued(version.code());
        Optional<Visitor> counted =
                visitor.map(each -> counted(each, version, version.document().rewards(), now));
        return version.document().rewards().stream()
                .map(reward -> {
                    Stock stock = stock(reward, Optional.ofNullable(kept.get(reward.code())));
                    return new RewardOffer(
                            version,
                            reward,
                            stock,
                            issued.getOrDefault(reward.code(), 0L),
                            counted.map(each -> judged(version, reward, stock, each, new Availability.Wanted(1, now))));
                })
                .toList();
    }

    /**
     * Asks what a redemption will read about a member, behind the member's lock and in its round trip.
     *
     * @param reward what is wanted
     */
    Ahead lookAhead(MemberId member, RewardCode reward, Instant now) {
        programs.lookAhead();
        tiers.lookAhead(member, now);
        memberships.lookAhead(member);
        return new Ahead(members.askProfile(member), stocks.ask(reward));
    }

    /** What was asked for a redemption. */
    record Ahead(Supplier<Optional<MemberProfile>> profile, Supplier<Map<ProgramCode, Stock>> stocks) {}

    Stock stock(ProgramVersion version, Reward reward, Ahead ahead) {
        return stock(reward, Optional.ofNullable(ahead.stocks().get().get(version.code())));
    }

    Stock stock(ProgramVersion version, Reward reward) {
        return stock(reward, Optional.ofNullable(stocks.of(version.code()).get(reward.code())));
    }

    /** @param visitor with what they had of the reward */
    Availability judged(
            ProgramVersion version, Reward reward, Stock stock, Visitor visitor, Availability.Wanted wanted) {
        Map<TierSetCode, TierCode> own = new HashMap<>();
        visitor.tiers().forEach((ref, tier) -> {
            if (ref.program().equals(version.code())) {
                own.put(ref.set(), tier);
            }
        });
        Buyer.Standing standing =
                visitor.profile().status() == MemberStatus.ACTIVE ? Buyer.Standing.ACTIVE : Buyer.Standing.BLOCKED;
        Supply supply = new Supply(
                stock.left(),
                visitor.had().getOrDefault(reward.code(), 0L),
                donations.isUnsatisfied() ? Supply.Donations.NOT_TAKEN : Supply.Donations.TAKEN);
        Buyer buyer = new Buyer(standing, own, plansAsked(version, reward, visitor, wanted.now()), visitor.spendable());
        return Availability.of(reward, version.document(), buyer, supply, wanted);
    }

    /** Looked up only for a reward that asks for one. */
    private Set<PlanCode> plansAsked(ProgramVersion version, Reward reward, Visitor visitor, Instant now) {
        return reward.plan().isEmpty()
                ? Set.of()
                : memberships.on(visitor.profile().id(), now).stream()
                        .filter(on -> on.program().equals(version.code()))
                        .map(on -> on.plan().code())
                        .collect(Collectors.toSet());
    }

    /** The places of an event stand in the document; what was put in by hand comes on top. */
    private static Stock stock(Reward reward, Optional<Stock> kept) {
        if (reward.gives() instanceof RewardKind.Experience experience) {
            long more = kept.map(stock -> stock.supplied().orElse(0)).orElse(0L);
            return new Stock(
                    OptionalLong.of(experience.capacity() + more),
                    kept.map(Stock::taken).orElse(0L));
        }
        return kept.orElse(Stock.ENDLESS);
    }
}
