package io.steadfast.tiergifts;

import io.steadfast.platform.persistence.Ids;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.Reward;
import io.steadfast.programs.core.RewardCode;
import io.steadfast.programs.core.Tier;
import io.steadfast.programs.core.TierSet;
import io.steadfast.shared.TierCode;
import io.steadfast.tiergifts.store.TierGiftRepository;
import io.steadfast.tiergifts.store.TierGiftRepository.Given;
import io.steadfast.tiers.TierFollower;
import io.steadfast.tiers.TierTurn;
import io.steadfast.vouchers.VoucherIssue;
import io.steadfast.vouchers.VoucherService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Gives what a tier gives when it is reached. A tier that was passed gives too: whether a member came to the top in one order or in
 * two makes no difference. What a return takes away can be reached, and is given, again.
 */
@ApplicationScoped
public class TierGifts implements TierFollower {

    /** Why a voucher was issued, and why it was taken back. */
    private static final String REACHED = "TIER_REACHED";

    private static final String UNDONE = "TIER_UNDONE";

    @Inject
    private TierGiftRepository gifts;

    @Inject
    private StandingGifts standing;

    @Inject
    private VoucherService vouchers;

    @Inject
    private ProgramService programs;

    @Override
    public void follow(TierTurn turn) {
        Optional<ProgramVersion> version = programs.inForce(turn.set().program(), turn.now());
        Optional<TierSet> ladder =
                version.flatMap(known -> known.document().tierSet(turn.set().set()));
        if (ladder.isEmpty()) {
            return;
        }
        int before = ladder.get().rankOf(turn.before());
        int after = ladder.get().rankOf(turn.after());
        if (before < after) {
            give(version.get(), ladder.get().tiers().subList(before + 1, after + 1), turn);
        } else if (turn.occasion().isPresent()) {
            takeBack(ladder.get().tiers().subList(after + 1, before + 1), turn);
        }
    }

    private void give(ProgramVersion version, List<Tier> reached, TierTurn turn) {
        if (reached.stream().allMatch(tier -> tier.entryReward().isEmpty())) {
            return;
        }
        List<Given> given = gifts.onLadder(turn.member(), turn.set());
        for (Tier tier : reached) {
            Optional<Reward> reward = tier.entryReward().flatMap(version.document()::reward);
            if (reward.isPresent() && !stands(given, tier.code())) {
                UUID cause = Ids.next();
                gifts.add(cause, tier.code(), turn);
                vouchers.issue(new VoucherIssue(
                        turn.member(), version, reward.get(), Optional.empty(), REACHED, Optional.of(cause)));
            }
        }
    }

    private boolean stands(List<Given> given, TierCode tier) {
        return given.stream()
                .filter(each -> each.tier().equals(tier))
                .anyMatch(each -> standing.isStanding(each.cause()));
    }

    /**
     * Only that of which nothing was used: what was used stays given. What is kept for an order at a checkout was promised to it,
     * and what is blocked or over can't be taken.
     */
    private void takeBack(List<Tier> lost, TierTurn turn) {
        List<TierCode> codes = lost.stream().map(Tier::code).toList();
        gifts.onLadder(turn.member(), turn.set()).stream()
                .filter(given -> codes.contains(given.tier()))
                .filter(given -> !vouchers.untouched(List.of(given.cause())).isEmpty())
                .forEach(given -> vouchers.cancelAbout(given.cause(), UNDONE));
    }

    /** Whether a program has such a gift: no question is asked of the database where none has. */
    static boolean has(ProgramVersion version) {
        return version.document().tierSets().stream()
                .flatMap(set -> set.tiers().stream())
                .map(Tier::entryReward)
                .anyMatch(Optional<RewardCode>::isPresent);
    }
}
