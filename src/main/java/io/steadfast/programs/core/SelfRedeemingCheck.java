package io.steadfast.programs.core;

import java.util.List;
import java.util.Optional;

/** Checks rewards that redeem themselves: nobody is there to choose, to pay beside the points or to say where it goes. */
final class SelfRedeemingCheck {

    private final ProgramDocument document;
    private final Problems problems;

    SelfRedeemingCheck(ProgramDocument document, Problems problems) {
        this.document = document;
        this.problems = problems;
    }

    void check() {
        List<Reward> rewards = document.rewards();
        for (int index = 0; index < rewards.size(); index++) {
            Reward reward = rewards.get(index);
            if (reward.redeemsItself()) {
                String path = "rewards[" + index + "].redeemed";
                needs(reward, path);
                shadowed(reward, rewards.subList(0, index), path);
            }
        }
    }

    private void needs(Reward reward, String path) {
        Optional<RewardPrice> price = reward.price();
        problems.addIf(price.isEmpty(), ProblemCode.ITSELF_WITHOUT_PRICE, path, reward.code());
        problems.addIf(
                price.flatMap(RewardPrice::money).isPresent(), ProblemCode.ITSELF_NEEDS_MONEY, path, reward.code());
        problems.addIf(!needsNobody(reward.gives()), ProblemCode.ITSELF_NEEDS_MEMBER, path, reward.code());
        price.map(RewardPrice::wallet).ifPresent(wallet -> {
            problems.addIf(
                    document.wallet(wallet)
                            .flatMap(Wallet::spending)
                            .filter(bounds -> bounds.basket().isPresent()
                                    || bounds.mostPercent().isPresent())
                            .isPresent(),
                    ProblemCode.ITSELF_NEEDS_BASKET,
                    path,
                    reward.code(),
                    wallet);
            problems.addIf(
                    reward.gives() instanceof RewardKind.Credit credit
                            && credit.wallet().equals(wallet),
                    ProblemCode.ITSELF_PAYS_ITSELF,
                    path,
                    reward.code(),
                    wallet);
        });
    }

    /** What is there at once, for anybody, and is taken back as long as nothing of it was used. */
    static boolean needsNobody(RewardKind kind) {
        return StampCheck.isVoucher(kind) || kind instanceof RewardKind.Credit;
    }

    /** One that stands before it, that everybody may have at any time and that never costs more, always goes first. */
    private void shadowed(Reward reward, List<Reward> before, String path) {
        before.stream()
                .filter(first -> first.redeemsItself() && isForAll(first))
                .filter(first -> neverCostsMore(first, reward))
                .findFirst()
                .ifPresent(first -> problems.add(ProblemCode.ITSELF_SHADOWED, path, first.code(), reward.code()));
    }

    private static boolean isForAll(Reward reward) {
        return reward.perMember().isEmpty()
                && reward.audience().isEmpty()
                && reward.plan().isEmpty()
                && reward.visible().from().isEmpty()
                && reward.visible().through().isEmpty();
    }

    private static boolean neverCostsMore(Reward first, Reward later) {
        return first.price()
                .filter(price -> later.price()
                        .filter(own -> own.wallet().equals(price.wallet()))
                        .filter(own -> own.lowest() >= price.points())
                        .isPresent())
                .isPresent();
    }
}
