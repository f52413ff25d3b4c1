package io.steadfast.programs.core;

/** Checks gifts for members' own days. */
final class DateGiftCheck {

    private static final int MOST_LEAD = 60;
    private static final int MOST_UNCHANGED = 366;

    private final ProgramDocument document;
    private final Problems problems;

    DateGiftCheck(ProgramDocument document, Problems problems) {
        this.document = document;
        this.problems = problems;
    }

    void check() {
        problems.twice(document.dateGifts(), DateGift::code, ProblemCode.DATE_GIFT_TWICE, "dateGifts");
        for (int index = 0; index < document.dateGifts().size(); index++) {
            DateGift gift = document.dateGifts().get(index);
            String path = "dateGifts[" + index + "]";
            problems.addIf(
                    !gift.code().matches("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}"),
                    ProblemCode.DATE_GIFT_CODE_WRONG,
                    path + ".code",
                    gift.code());
            problems.addIf(DocumentProblems.isEmpty(gift.name()), ProblemCode.NAME_MISSING, path + ".name");
            days(gift.leadDays(), MOST_LEAD, path + ".leadDays");
            days(gift.unchangedDays(), MOST_UNCHANGED, path + ".unchangedDays");
            problems.addIf(
                    gift.reward().isEmpty() && gift.points().isEmpty(), ProblemCode.DATE_GIFT_EMPTY, path, gift.code());
            gift.reward().ifPresent(code -> reward(code, path + ".reward"));
            gift.points().ifPresent(points -> points(points, path + ".points"));
        }
    }

    private void days(int days, int most, String path) {
        problems.addIf(days < 0 || days > most, ProblemCode.DAYS_OUT_OF_RANGE, path, days, most);
    }

    private void points(DateGift.GiftPoints points, String path) {
        problems.addIf(
                document.wallet(points.wallet()).isEmpty(),
                ProblemCode.WALLET_UNKNOWN,
                path + ".wallet",
                points.wallet());
        problems.addIf(points.points() <= 0, ProblemCode.FIGURE_NOT_POSITIVE, path + ".points", points.points());
    }

    private void reward(RewardCode code, String path) {
        problems.addIf(document.reward(code).isEmpty(), ProblemCode.GIFT_REWARD_UNKNOWN, path, code);
        problems.addIf(
                document.reward(code)
                        .filter(reward ->
                                !StampCheck.isVoucher(reward.gives()) && !(reward.gives() instanceof RewardKind.Credit))
                        .isPresent(),
                ProblemCode.GIFT_REWARD_NO_VOUCHER,
                path,
                code);
    }
}
