package io.steadfast.programs.core;

import java.util.List;

/** Checks how members bring friends: the section and the rules that pay belong together. */
final class ReferralCheck {

    private static final int LONGEST_WINDOW = 366;

    private final ProgramDocument document;
    private final Problems problems;

    ReferralCheck(ProgramDocument document, Problems problems) {
        this.document = document;
        this.problems = problems;
    }

    void check() {
        List<EarningRule> rules = document.earning().rules();
        boolean pays = false;
        for (int index = 0; index < rules.size(); index++) {
            EarningRule rule = rules.get(index);
            if (rule.trigger() instanceof Trigger.OnReferral) {
                String path = "earning.rules[" + index + "]";
                problems.addIf(document.referral().isEmpty(), ProblemCode.REFERRAL_MISSING, path + ".trigger");
                problems.addIf(
                        !(rule.effect() instanceof Effect.Fixed), ProblemCode.REFERRAL_NEEDS_FIXED, path + ".effect");
                pays = true;
            }
        }
        boolean paysNobody = !pays;
        document.referral().ifPresent(referral -> {
            problems.addIf(paysNobody, ProblemCode.REFERRAL_PAYS_NOBODY, "referral");
            problems.addIf(
                    referral.windowDays() < 0 || referral.windowDays() > LONGEST_WINDOW,
                    ProblemCode.DAYS_OUT_OF_RANGE,
                    "referral.windowDays",
                    referral.windowDays(),
                    LONGEST_WINDOW);
            referral.minimum()
                    .ifPresent(minimum -> RuleCheck.amounts(minimum, "referral.minimum", document.basics(), problems));
        });
    }
}
