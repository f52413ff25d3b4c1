package io.steadfast.programs.core;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Every check of a document, section by section. */
final class DocumentProblems {

    private static final int MOST_NOTICE_DAYS = 365;

    private DocumentProblems() {}

    static List<Problem> of(ProgramDocument document, Optional<CharityRegister> charities) {
        Problems problems = new Problems();
        basics(document.basics(), problems);
        new WalletCheck(document, problems).check();
        new RuleCheck(document, problems).check();
        new GroupCheck(document, problems).check();
        new ExclusiveCheck(document, problems).check();
        new IdleRuleCheck(document, problems).check();
        new OpenEndCheck(document, problems).check();
        new TierCheck(document, problems).check();
        new PlanCheck(document, problems).check();
        new GiveBackCheck(document, problems).check();
        new RewardCheck(document, problems).check();
        new StampCheck(document, problems).check();
        new DateGiftCheck(document, problems).check();
        new ActivityChecksCheck(document, problems).check();
        new ReferralCheck(document, problems).check();
        new GivingCheck(document, problems).check(charities);
        changes(document.terms(), problems);
        return problems.all();
    }

    private static void basics(ProgramBasics basics, Problems problems) {
        problems.addIf(isEmpty(basics.name()), ProblemCode.NAME_MISSING, "basics.name");
        problems.addIf(isEmpty(basics.description()), ProblemCode.MARKETING_TEXT_MISSING, "basics.description");
        problems.addIf(
                basics.lookBackDays() < 0 || basics.lookBackDays() > 90,
                ProblemCode.LOOK_BACK_OUT_OF_RANGE,
                "basics.lookBackDays",
                basics.lookBackDays());
        basics.grossMarginPercent()
                .filter(margin -> !isPercent(margin))
                .ifPresent(
                        margin -> problems.add(ProblemCode.MARGIN_OUT_OF_RANGE, "basics.grossMarginPercent", margin));
        problems.twice(basics.accepted(), AcceptedCurrency::currency, ProblemCode.CURRENCY_TWICE, "basics.accepted");
        for (int index = 0; index < basics.accepted().size(); index++) {
            AcceptedCurrency accepted = basics.accepted().get(index);
            String path = "basics.accepted[" + index + "]";
            problems.addIf(
                    accepted.currency().equals(basics.currency()),
                    ProblemCode.CURRENCY_TWICE,
                    path,
                    accepted.currency());
            accepted.rate()
                    .filter(rate -> rate.signum() <= 0)
                    .ifPresent(rate -> problems.add(ProblemCode.RATE_NOT_POSITIVE, path + ".rate", rate));
        }
    }

    private static void changes(TermsClauses terms, Problems problems) {
        terms.changeNoticeDays()
                .filter(days -> days < 1 || days > MOST_NOTICE_DAYS)
                .ifPresent(days -> problems.add(
                        ProblemCode.CHANGE_NOTICE_OUT_OF_RANGE, "terms.changeNoticeDays", days, MOST_NOTICE_DAYS));
    }

    static boolean isEmpty(LocalText text) {
        return text.byLanguage().values().stream().allMatch(String::isBlank);
    }

    static boolean isPercent(BigDecimal figure) {
        return figure.signum() >= 0 && figure.compareTo(BigDecimal.valueOf(100)) <= 0;
    }
}
