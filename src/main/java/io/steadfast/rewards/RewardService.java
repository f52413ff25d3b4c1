package io.steadfast.rewards;

import io.steadfast.ledger.StatementService;
import io.steadfast.members.MemberService;
import io.steadfast.members.core.Enrolment;
import io.steadfast.members.core.MemberProfile;
import io.steadfast.members.core.MemberRefusal;
import io.steadfast.platform.audit.AuditTrail;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.ProgramSummary;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.RewardCode;
import io.steadfast.rewards.core.Redemption;
import io.steadfast.rewards.core.RewardRefusal;
import io.steadfast.rewards.store.RedemptionRepository;
import io.steadfast.rewards.store.StockRepository;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The catalogue: what there is, for whom, and how many are left. */
@Stateless
public class RewardService {

    /** More programs than any tenant has; each is one page of the catalogue. */
    private static final int MOST_PROGRAMS = 200;

    @Inject
    private RewardShelf shelf;

    @Inject
    private StockRepository stocks;

    @Inject
    private RedemptionRepository redemptions;

    @Inject
    private MemberService members;

    @Inject
    private ProgramService programs;

    @Inject
    private StatementService statement;

    @Inject
    private CurrentActor actor;

    @Inject
    private AuditTrail audit;

    @Inject
    private TenantClock clock;

    /** Every reward of the programs in force, by program and code, with stock and how many were given. */
    public List<RewardOffer> catalogue(Optional<ProgramCode> program) {
        List<ProgramCode> codes = program.map(List::of)
                .orElseGet(() -> programs.list("", MOST_PROGRAMS).stream()
                        .map(ProgramSummary::code)
                        .toList());
        return offers(codes, Optional.empty(), clock.now());
    }

    /**
     * Every reward of the programs a member is in, each with whether they can have one and all reasons if not.
     *
     * @param basket what the order comes to, in minor units of the program's currency; where nobody has said, a reward that costs
     *     credit which may pay only a part of an order has BASKET_NEEDED among its reasons
     * @throws Refusal MEMBER_UNKNOWN
     */
    public List<RewardOffer> forMember(MemberId member, Optional<ProgramCode> program, Optional<Long> basket) {
        Instant now = clock.now();
        MemberProfile profile = members.profile(member).orElseThrow(() -> new Refusal(MemberRefusal.MEMBER_UNKNOWN));
        RewardShelf.Visitor visitor =
                shelf.visitor(profile, statement.balances(member).wallets(), now);
        List<ProgramCode> enrolled = profile.enrolments().stream()
                .filter(enrolment -> enrolment.covers(now))
                .map(Enrolment::program)
                .filter(code -> program.isEmpty() || program.get().equals(code))
                .toList();
        return offers(enrolled, Optional.of(visitor), now).stream()
                .map(offer -> offer.paying(basket))
                .toList();
    }

    /**
     * A reward of a program in force.
     *
     * @throws Refusal REWARD_UNKNOWN; REWARD_AMBIGUOUS where several programs have one and none is named
     */
    public RewardOffer offer(Optional<ProgramCode> program, RewardCode reward) {
        List<RewardOffer> fitting = catalogue(program).stream()
                .filter(offer -> offer.reward().code().equals(reward))
                .toList();
        if (fitting.isEmpty()) {
            throw new Refusal(RewardRefusal.REWARD_UNKNOWN);
        }
        if (fitting.size() > 1) {
            throw new Refusal(RewardRefusal.REWARD_AMBIGUOUS, Map.of("reward", reward.value()));
        }
        return fitting.get(0);
    }

    /**
     * Puts some in stock, or with a negative number takes some out. A reward that was endless can run out from then on.
     *
     * @throws Refusal as {@link #offer}; STOCK_TOO_LOW when more would go out than is left
     */
    public RewardOffer supply(Optional<ProgramCode> program, RewardCode reward, long change) {
        RewardOffer before = offer(program, reward);
        stocks.supply(before.version().code(), reward, change, new StockRepository.By(actor.actor(), clock.now()));
        RewardOffer after = offer(Optional.of(before.version().code()), reward);
        if (after.stock().left().orElse(0) < 0) {
            throw new Refusal(
                    RewardRefusal.STOCK_TOO_LOW,
                    Map.of("left", before.stock().left().orElse(0)));
        }
        audit.record(
                "reward.supplied",
                "reward",
                before.version().code() + "/" + reward,
                Map.of("left", before.stock().left().stream().boxed().toList()),
                Map.of("left", after.stock().left().stream().boxed().toList(), "change", change));
        return after;
    }

    /** Redemptions of a reward, the newest first. */
    public List<Redemption> redemptionsOf(ProgramCode program, RewardCode reward, Optional<UUID> after, int most) {
        return redemptions.ofReward(program, reward, after, most);
    }

    private List<RewardOffer> offers(
            Collection<ProgramCode> codes, Optional<RewardShelf.Visitor> visitor, Instant now) {
        List<RewardOffer> offers = new ArrayList<>();
        for (ProgramVersion version : programs.inForce(codes, now)) {
            offers.addAll(shelf.offers(version, visitor, now));
        }
        offers.sort(Comparator.comparing(
                        (RewardOffer offer) -> offer.version().code().value())
                .thenComparing(offer -> offer.reward().code()));
        return offers;
    }
}
