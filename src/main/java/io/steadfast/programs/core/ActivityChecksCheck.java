package io.steadfast.programs.core;

import java.util.Optional;
import java.util.stream.Stream;

/** Checks what a program asks of activities. */
final class ActivityChecksCheck {

    private static final int LONGEST_CODE = 64;

    private final ProgramDocument document;
    private final Problems problems;

    ActivityChecksCheck(ProgramDocument document, Problems problems) {
        this.document = document;
        this.problems = problems;
    }

    void check() {
        problems.twice(
                document.activityChecks(), ActivityCheck::type, ProblemCode.ACTIVITY_CHECK_TWICE, "activityChecks");
        for (int index = 0; index < document.activityChecks().size(); index++) {
            check(document.activityChecks().get(index), "activityChecks[" + index + "]");
        }
    }

    private void check(ActivityCheck check, String path) {
        problems.addIf(!isCode(check.type()), ProblemCode.ACTIVITY_TYPE_WRONG, path + ".type", check.type());
        check.consent().ifPresent(consent -> {
            String purpose = consent.purpose();
            problems.addIf(!isCode(purpose), ProblemCode.PURPOSE_WRONG, path + ".consent.purpose", purpose);
            problems.addIf(DocumentProblems.isEmpty(consent.name()), ProblemCode.NAME_MISSING, path + ".consent.name");
        });
        for (int index = 0; index < check.speedLimits().size(); index++) {
            ActivityCheck.SpeedLimit limit = check.speedLimits().get(index);
            problems.addIf(
                    limit.kmPerHour().signum() <= 0,
                    ProblemCode.FIGURE_NOT_POSITIVE,
                    path + ".speedLimits[" + index + "].kmPerHour",
                    limit.kmPerHour());
        }
        problems.addIf(!counts(check.type()), ProblemCode.ACTIVITY_NOT_COUNTED, path + ".type", check.type());
    }

    private boolean counts(String type) {
        return document.earning().rules().stream()
                        .anyMatch(rule -> rule.trigger().activityType().equals(Optional.of(type)))
                || document.tierSets().stream()
                        .anyMatch(set -> Stream.concat(Stream.of(set.metric()), set.measures().values().stream())
                                .anyMatch(metric -> metric.counter().equals(Optional.of(type))));
    }

    private static boolean isCode(String text) {
        return !text.isBlank() && text.length() <= LONGEST_CODE;
    }
}
