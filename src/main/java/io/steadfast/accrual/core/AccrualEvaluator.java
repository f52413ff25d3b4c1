package io.steadfast.accrual.core;

import io.steadfast.programs.core.ActivityCheck;
import io.steadfast.programs.core.Cap;
import io.steadfast.programs.core.EarningRule;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.WalletCap;
import io.steadfast.shared.WalletCode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a version of a program says to an order or an activity. Pure: everything is judged as of the instant it occurred
 * at, the same values give the same decision, and no clock is read. The order is taken as paid; what came back of it is
 * none of this class's business (returns work from the stored decision, domain 49 to 53b).
 */
public final class AccrualEvaluator {

    private AccrualEvaluator() {}

    /**
     * Judges an order.
     *
     * @param member as of the order's {@code occurredAt}, usage without this order's own grants
     */
    public static AccrualDecision evaluate(ProgramVersion version, MemberFacts member, Order order) {
        return evaluate(version, member, Occurrence.of(order));
    }

    /** Judges an activity; see the other one. */
    public static AccrualDecision evaluate(ProgramVersion version, MemberFacts member, Activity activity) {
        return evaluate(version, member, Occurrence.of(activity));
    }

    /** The caps whose use must be known before something that occurred at this instant can be judged. */
    public static Set<CapKey> capsToCount(ProgramVersion version, Instant occurredAt) {
        ProgramDocument document = version.document();
        CapWindows windows = new CapWindows(document, occurredAt);
        Stream<CapKey> ofRules = document.earning().rules().stream()
                .flatMap(rule -> rule.wallet().stream().flatMap(wallet -> keys(windows, rule, wallet)));
        Stream<CapKey> ofWallets = document.earning().caps().stream()
                .filter(AccrualEvaluator::isRemembered)
                .map(windows::of);
        return Set.copyOf(Stream.concat(ofRules, ofWallets).distinct().toList());
    }

    private static Stream<CapKey> keys(CapWindows windows, EarningRule rule, WalletCode wallet) {
        return rule.caps().stream()
                .filter(cap -> cap.scope() != Cap.Scope.ACTIVITY)
                .map(cap -> windows.of(rule, wallet, cap));
    }

    private static boolean isRemembered(WalletCap cap) {
        return cap.cap().scope() != Cap.Scope.ACTIVITY;
    }

    private static AccrualDecision evaluate(ProgramVersion version, MemberFacts member, Occurrence occurrence) {
        FactReader reader = new FactReader(version.document(), member, occurrence);
        RuleMatcher matcher = new RuleMatcher(reader);
        List<EarningRule> triggered = version.document().earning().rules().stream()
                .filter(matcher::isTriggered)
                .sorted(Comparator.comparingInt(EarningRule::priority).thenComparing(EarningRule::code))
                .toList();
        Evaluation evaluation = new Evaluation(version, member, reader);
        Optional<SkipReason> closed = whyClosed(version, member, occurrence);
        return closed.isPresent()
                ? evaluation.skipAll(triggered, closed.get())
                : evaluation.judge(triggered.stream().map(matcher::match).toList());
    }

    /** Why the program doesn't look at all. */
    private static Optional<SkipReason> whyClosed(ProgramVersion version, MemberFacts member, Occurrence occurrence) {
        ProgramDocument document = version.document();
        if (occurrence.occurredAt().isBefore(version.effectiveFrom())) {
            return Optional.of(SkipReason.NOT_IN_FORCE);
        }
        boolean enrolled = member.enrolledAt()
                .map(at -> at.atZone(document.basics().zone())
                        .minusDays(document.basics().lookBackDays())
                        .toInstant())
                .map(from -> !occurrence.occurredAt().isBefore(from))
                .orElse(false);
        if (!enrolled) {
            return Optional.of(SkipReason.NOT_ENROLLED);
        }
        if (lacksConsent(document, member, occurrence)) {
            return Optional.of(SkipReason.CONSENT_MISSING);
        }
        return occurrence
                .order()
                .filter(order -> !document.basics().accepts(order.currency()))
                .map(order -> SkipReason.CURRENCY_NOT_ACCEPTED);
    }

    private static boolean lacksConsent(ProgramDocument document, MemberFacts member, Occurrence occurrence) {
        return occurrence
                .activity()
                .flatMap(activity -> document.activityCheck(activity.type()))
                .flatMap(ActivityCheck::consent)
                .filter(consent -> !member.consents().contains(consent.purpose()))
                .isPresent();
    }
}
