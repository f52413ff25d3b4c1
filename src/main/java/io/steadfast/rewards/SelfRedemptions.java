package io.steadfast.rewards;

import io.steadfast.accrual.core.GrantDates;
import io.steadfast.ledger.LedgerService;
import io.steadfast.ledger.core.WalletBalance;
import io.steadfast.members.MemberService;
import io.steadfast.members.core.MemberProfile;
import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.Reward;
import io.steadfast.programs.core.RewardCode;
import io.steadfast.rewards.core.Availability;
import io.steadfast.rewards.core.RedemptionCause;
import io.steadfast.rewards.core.SelfRedeeming;
import io.steadfast.rewards.core.Stock;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/**
 * Redeems what redeems itself, as often as points suffice, by the very decision that a request meets. What is refused isn't redeemed,
 * and nothing else is touched by that.
 */
@Dependent
class SelfRedemptions {

    /**
     * What one occasion may set off at most, in all programs. Each is a posting of its own behind the member's lock, and an order that
     * brings the price a thousand times over would hold it for seconds; what is left goes with what next brings points.
     */
    static final int MOST_AT_ONCE = 20;

    @Inject
    private LedgerService ledger;

    @Inject
    private MemberService members;

    @Inject
    private RewardShelf shelf;

    @Inject
    private CreditShare share;

    @Inject
    private RedemptionDesk desk;

    @Inject
    private TenantClock clock;

    /** A member in one program, now. */
    private record Turn(MemberProfile profile, ProgramVersion version, Optional<UUID> occasion, Instant now) {}

    /**
     * Redeems for a locked member; one round trip and more only where points suffice for something.
     *
     * @param versions in force now
     * @param occasion the order or activity that brought the points, where one did
     */
    void redeem(MemberId member, Collection<ProgramVersion> versions, Optional<UUID> occasion) {
        List<WalletBalance> balances = ledger.lockMember(member).balances();
        List<ProgramVersion> within = versions.stream()
                .filter(version -> !within(version, balances).isEmpty())
                .toList();
        if (within.isEmpty()) {
            return;
        }
        Instant now = clock.now().truncatedTo(ChronoUnit.MICROS);
        MemberProfile profile = members.profile(member).orElseThrow();
        int left = MOST_AT_ONCE;
        for (ProgramVersion version : within) {
            boolean isIn = profile.enrolments().stream()
                    .anyMatch(each -> each.program().equals(version.code()) && each.covers(now));
            if (isIn) {
                left -= redeem(new Turn(profile, version, occasion, now), left);
            }
        }
    }

    private int redeem(Turn turn, int most) {
        Set<RewardCode> refused = new HashSet<>();
        RewardShelf.Visitor visitor = shelf.visitor(turn.profile(), balances(turn), turn.now());
        int made = 0;
        while (made < most) {
            Optional<Redeemed> next = first(turn, visitor.with(balances(turn)), refused);
            if (next.isEmpty()) {
                return made;
            }
            made++;
        }
        return made;
    }

    /** The first that can be had, by the document's order; what can't isn't looked at again. */
    private Optional<Redeemed> first(Turn turn, RewardShelf.Visitor visitor, Set<RewardCode> refused) {
        for (Reward reward : within(turn.version(), balances(turn))) {
            if (!refused.contains(reward.code())) {
                Optional<Redeemed> made = one(turn, visitor, reward);
                if (made.isPresent()) {
                    return made;
                }
                refused.add(reward.code());
            }
        }
        return Optional.empty();
    }

    private Optional<Redeemed> one(Turn turn, RewardShelf.Visitor visitor, Reward reward) {
        ProgramVersion version = turn.version();
        RewardShelf.Visitor counted = shelf.counted(visitor, version, List.of(reward), turn.now());
        Stock stock = shelf.stock(version, reward);
        Availability availability =
                shelf.judged(version, reward, stock, counted, new Availability.Wanted(1, turn.now()));
        if (!availability.available()) {
            return Optional.empty();
        }
        Sale sale = new Sale(
                Ids.next(),
                RedemptionWish.of(turn.profile().id(), reward.code()).in(version.code()),
                new Sale.Why(RedemptionCause.AUTOMATIC, turn.occasion()),
                version,
                reward,
                1,
                availability.points().orElseThrow(),
                new GrantDates(version.document(), counted.tiers(), turn.now()),
                turn.now());
        OptionalInt taken = share.against(sale).isPresent() ? OptionalInt.empty() : desk.take(sale, stock);
        return taken.isPresent() ? Optional.of(desk.make(sale, taken.getAsInt())) : Optional.empty();
    }

    private List<WalletBalance> balances(Turn turn) {
        return ledger.lockMember(turn.profile().id()).balances();
    }

    private static List<Reward> within(ProgramVersion version, List<WalletBalance> balances) {
        Map<WalletCode, Long> spendable = new HashMap<>();
        balances.forEach(balance -> spendable.put(balance.wallet(), balance.spendable()));
        return SelfRedeeming.withinReach(version.document(), spendable);
    }
}
