package io.steadfast.programs.core;

import io.steadfast.shared.WalletCode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Checks tier sets. */
final class TierCheck {

    private final ProgramDocument document;
    private final Problems problems;
    private final KeepingCheck keeping;

    TierCheck(ProgramDocument document, Problems problems) {
        this.document = document;
        this.problems = problems;
        this.keeping = new KeepingCheck(document, problems);
    }

    void check() {
        problems.addIf(
                document.transition().earn() == Transition.Earn.BETTER_OF
                        && document.tierSets().isEmpty(),
                ProblemCode.BETTER_OF_WITHOUT_TIERS,
                "transition.earn");
        problems.twice(document.tierSets(), TierSet::code, ProblemCode.TIER_SET_TWICE, "tierSets");
        for (int index = 0; index < document.tierSets().size(); index++) {
            check(document.tierSets().get(index), "tierSets[" + index + "]");
        }
    }

    private void check(TierSet set, String path) {
        problems.addIf(DocumentProblems.isEmpty(set.name()), ProblemCode.NAME_MISSING, path + ".name");
        problems.addIf(set.tiers().isEmpty(), ProblemCode.NO_TIERS, path + ".tiers", set.code());
        problems.twice(set.tiers(), Tier::code, ProblemCode.TIER_TWICE, path + ".tiers");
        for (int rank = 0; rank < set.tiers().size(); rank++) {
            tier(set.tiers(), rank, path + ".tiers[" + rank + "]");
            keeping.check(set, set.tiers().get(rank), path + ".tiers[" + rank + "].keeps");
        }
        keeping.metric(set.metric(), path + ".metric");
        problems.addIf(!isComplete(set.period()), ProblemCode.PERIOD_INCOMPLETE, path + ".period");
        problems.addIf(
                set.upgrade() == TierSet.Upgrade.NEXT_PERIOD
                        && set.period().hasNoEnd()
                        && set.period().kind() != TierSet.Period.Kind.ROLLING,
                ProblemCode.RISE_WITHOUT_PERIODS,
                path + ".upgrade");
        set.rollover().ifPresent(rollover -> rollover(set, rollover, path + ".rollover"));
        problems.addIf(!isComplete(set.validity()), ProblemCode.TIER_VALIDITY_INCOMPLETE, path + ".validity");
        problems.addIf(
                set.grace().metricDays() < 0 || set.grace().statusDays() < 0,
                ProblemCode.GRACE_NEGATIVE,
                path + ".grace");
    }

    private void rollover(TierSet set, TierSet.Rollover rollover, String path) {
        problems.addIf(set.period().hasNoEnd(), ProblemCode.ROLLOVER_WITHOUT_PERIODS, path);
        problems.addIf(rollover.most() <= 0, ProblemCode.FIGURE_NOT_POSITIVE, path + ".most", rollover.most());
        set.tiers().stream()
                .skip(1)
                .filter(tier -> tier.renewal().orElse(tier.threshold()) <= rollover.most())
                .findFirst()
                .ifPresent(tier -> problems.add(ProblemCode.ROLLOVER_KEEPS_TIER, path + ".most", tier.code()));
    }

    private void tier(List<Tier> tiers, int rank, String path) {
        Tier tier = tiers.get(rank);
        problems.addIf(DocumentProblems.isEmpty(tier.name()), ProblemCode.NAME_MISSING, path + ".name");
        if (rank == 0) {
            problems.addIf(
                    tier.threshold() != 0, ProblemCode.BASE_TIER_NOT_ZERO, path + ".threshold", tier.threshold());
        } else {
            order(tiers.get(rank - 1), tier, path);
        }
        tier.renewal().ifPresent(renewal -> {
            problems.addIf(renewal < 0, ProblemCode.FIGURE_NOT_POSITIVE, path + ".renewal", renewal);
            problems.addIf(
                    renewal > tier.threshold(), ProblemCode.RENEWAL_ABOVE_THRESHOLD, path + ".renewal", tier.code());
        });
        tier.entryReward().ifPresent(reward -> entryReward(reward, rank, path + ".entryReward"));
        tier.multipliers().forEach((wallet, factor) -> {
            unknownWallet(wallet, path + ".multipliers." + wallet);
            problems.addIf(
                    factor.signum() <= 0, ProblemCode.FIGURE_NOT_POSITIVE, path + ".multipliers." + wallet, factor);
        });
        tier.expiry().forEach((wallet, policies) -> {
            unknownWallet(wallet, path + ".expiry." + wallet);
            WalletCheck.expiry(policies, path + ".expiry." + wallet, problems);
        });
    }

    private void entryReward(RewardCode code, int rank, String path) {
        Optional<Reward> reward = document.reward(code);
        problems.addIf(rank == 0, ProblemCode.ENTRY_REWARD_OF_BASE_TIER, path, code);
        problems.addIf(reward.isEmpty(), ProblemCode.ENTRY_REWARD_UNKNOWN, path, code);
        problems.addIf(
                reward.filter(known -> !StampCheck.isVoucher(known.gives())).isPresent(),
                ProblemCode.ENTRY_REWARD_NO_VOUCHER,
                path,
                code);
    }

    /** A higher tier is harder to reach and never earns less. */
    private void order(Tier below, Tier tier, String path) {
        problems.addIf(
                tier.threshold() <= below.threshold(),
                ProblemCode.THRESHOLDS_OUT_OF_ORDER,
                path + ".threshold",
                tier.code(),
                tier.threshold(),
                below.code(),
                below.threshold());
        below.multipliers()
                .forEach((wallet, factor) -> problems.addIf(
                        tier.multipliers().getOrDefault(wallet, BigDecimal.ONE).compareTo(factor) < 0,
                        ProblemCode.MULTIPLIERS_OUT_OF_ORDER,
                        path + ".multipliers." + wallet,
                        tier.code(),
                        below.code()));
    }

    private void unknownWallet(WalletCode wallet, String path) {
        problems.addIf(document.wallet(wallet).isEmpty(), ProblemCode.WALLET_UNKNOWN, path, wallet);
    }

    private static boolean isComplete(TierSet.Period period) {
        boolean monthGiven =
                period.startMonth().map(month -> month >= 1 && month <= 12).orElse(false);
        return switch (period.kind()) {
            case CALENDAR_YEAR, CALENDAR_HALF, CALENDAR_QUARTER -> monthGiven;
            case ROLLING ->
                period.amount().filter(amount -> amount > 0).isPresent()
                        && period.unit().isPresent();
            default -> true;
        };
    }

    private static boolean isComplete(TierSet.TierValidity validity) {
        return switch (validity.kind()) {
            case DURATION ->
                validity.amount().filter(amount -> amount > 0).isPresent()
                        && validity.unit().isPresent();
            case FIXED_DATE -> validity.date().isPresent();
            default -> true;
        };
    }
}
