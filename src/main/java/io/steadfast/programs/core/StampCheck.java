package io.steadfast.programs.core;

/** Checks stamp cards. */
final class StampCheck {

    private static final int FEWEST = 2;
    private static final int MOST = 100;

    private final ProgramDocument document;
    private final Problems problems;

    StampCheck(ProgramDocument document, Problems problems) {
        this.document = document;
        this.problems = problems;
    }

    void check() {
        problems.twice(document.stampCards(), StampCard::code, ProblemCode.STAMP_CARD_TWICE, "stampCards");
        for (int index = 0; index < document.stampCards().size(); index++) {
            check(document.stampCards().get(index), "stampCards[" + index + "]");
        }
    }

    private void check(StampCard card, String path) {
        problems.addIf(
                !card.code().matches("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}"),
                ProblemCode.STAMP_CARD_CODE_WRONG,
                path + ".code",
                card.code());
        problems.addIf(DocumentProblems.isEmpty(card.name()), ProblemCode.NAME_MISSING, path + ".name");
        problems.addIf(
                card.stamps() < FEWEST || card.stamps() > MOST,
                ProblemCode.STAMPS_OUT_OF_RANGE,
                path + ".stamps",
                card.stamps(),
                FEWEST,
                MOST);
        card.minimum().ifPresent(minimum -> RuleCheck.amounts(minimum, path + ".minimum", document.basics(), problems));
        problems.addIf(
                document.reward(card.reward()).isEmpty(),
                ProblemCode.STAMP_REWARD_UNKNOWN,
                path + ".reward",
                card.reward());
        problems.addIf(
                document.reward(card.reward())
                        .filter(reward -> !isVoucher(reward.gives()))
                        .isPresent(),
                ProblemCode.STAMP_REWARD_NO_VOUCHER,
                path + ".reward",
                card.reward());
    }

    static boolean isVoucher(RewardKind gives) {
        return gives instanceof RewardKind.PercentVoucher
                || gives instanceof RewardKind.AmountVoucher
                || gives instanceof RewardKind.GiftCard
                || gives instanceof RewardKind.FreeProduct
                || gives instanceof RewardKind.FreeShipping;
    }
}
