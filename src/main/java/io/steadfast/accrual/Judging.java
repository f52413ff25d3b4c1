package io.steadfast.accrual;

import io.steadfast.accrual.core.AccrualEvaluator;
import io.steadfast.accrual.core.AskedFacts;
import io.steadfast.accrual.core.CapKey;
import io.steadfast.accrual.core.CapUse;
import io.steadfast.accrual.core.MemberFacts;
import io.steadfast.accrual.core.ProgramJudgement;
import io.steadfast.accrual.core.SkipReason;
import io.steadfast.accrual.core.Usage;
import io.steadfast.members.core.Enrolment;
import io.steadfast.members.core.MemberProfile;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.ActivityCheck;
import io.steadfast.programs.core.Cap;
import io.steadfast.programs.core.FactKind;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Asks every program the member was in, each by its version in force when it happened. */
@Dependent
class Judging {

    @Inject
    ProgramService programs;

    @Inject
    MemberDesk members;

    @Inject
    LookAhead lookAhead;

    @Inject
    SharedLimitDesk shared;

    @Inject
    CrossingDesk crossing;

    @Inject
    VersionDesk versions;

    /** Judges for the first time for this member. */
    List<Verdict> first(JudgedSubject subject, MemberProfile profile, Ahead ahead) {
        Set<ProgramCode> codes = codes(profile);
        return judged(subject, profile, ahead, programs.inForce(codes, subject.occurredAt()));
    }

    /** The same for what was bought elsewhere: where a program hadn't begun by then, its first version says what counts. */
    List<Verdict> movedIn(JudgedSubject subject, MemberProfile profile, Ahead ahead, Instant now) {
        Set<ProgramCode> codes = codes(profile);
        List<ProgramVersion> inForce = new ArrayList<>(programs.inForce(codes, subject.occurredAt()));
        inForce.forEach(version -> codes.remove(version.code()));
        codes.forEach(code -> programs.inForceUpTo(code, now).stream()
                .findFirst()
                .ifPresent(version -> inForce.add(MovedIn.begun(version, subject.occurredAt()))));
        return judged(subject, profile, ahead, inForce);
    }

    private static Set<ProgramCode> codes(MemberProfile profile) {
        Set<ProgramCode> codes = new TreeSet<>();
        profile.enrolments().stream().map(Enrolment::program).forEach(codes::add);
        return codes;
    }

    private List<Verdict> judged(
            JudgedSubject subject, MemberProfile profile, Ahead ahead, List<ProgramVersion> inForce) {
        Instant at = subject.occurredAt();
        Set<ProgramCode> codes = codes(profile);
        if (codes.isEmpty()) {
            return List.of();
        }
        Map<ProgramCode, List<ProgramVersion>> candidates = new HashMap<>();
        inForce.forEach(version -> candidates.put(version.code(), versions.candidates(version, profile, at)));
        List<ProgramVersion> all =
                candidates.values().stream().flatMap(List::stream).toList();
        MemberFacts known = counted(members.facts(profile, at, ahead), subject, all, ahead);
        List<Verdict> verdicts = new ArrayList<>();
        for (ProgramCode code : codes) {
            MemberFacts facts = known.enrolled(MemberDesk.enrolledAt(profile, code, at));
            verdicts.add(Optional.ofNullable(candidates.get(code))
                    .map(own -> best(own, subject, facts))
                    .orElseGet(() -> Verdict.closed(ProgramJudgement.closed(code, facts, SkipReason.NOT_IN_FORCE))));
        }
        return verdicts;
    }

    private Verdict best(List<ProgramVersion> candidates, JudgedSubject subject, MemberFacts facts) {
        ProgramVersion best = VersionDesk.best(candidates, subject, each -> crossing.facts(each, subject, facts));
        return judged(best, subject, crossing.facts(best, subject, facts), Map.of());
    }

    /** Judges once more with the versions and facts of the first time; of caps counts what everything else uses today. */
    List<Verdict> again(JudgedSubject subject, MemberProfile profile, Ahead ahead, OrderCase one) {
        List<ProgramJudgement> before = one.before().orElseThrow().programs();
        List<Verdict> verdicts = new ArrayList<>();
        MemberFacts today = members.facts(profile, subject.occurredAt(), ahead);
        for (ProgramJudgement first : before) {
            Optional<ProgramVersion> version =
                    first.version() == 0 ? Optional.empty() : programs.version(first.program(), first.version());
            if (MovedIn.is(first)) {
                version = version.map(each -> MovedIn.begun(each, subject.occurredAt()));
            }
            List<CapUse> own = one.wasCancelled() ? List.of() : first.capUses();
            verdicts.add(version.map(each -> judged(
                            each,
                            subject,
                            crossing.factsAgain(
                                    each,
                                    subject,
                                    withoutOwn(first.facts(), each, subject, new CapsNow(ahead, own))
                                            .withPersonal(today)),
                            one.kept()))
                    .orElseGet(() -> Verdict.closed(first)));
        }
        return verdicts;
    }

    /**
     * What is used of a member's caps by now.
     *
     * @param own what of it the order itself uses
     */
    private record CapsNow(Ahead ahead, List<CapUse> own) {

        Map<CapKey, Long> others(Set<CapKey> keys) {
            Map<CapKey, Long> used = ahead.caps().get().of(keys);
            own.forEach(use -> used.computeIfPresent(use.key(), (key, amount) -> Math.max(0, amount - use.amount())));
            return used;
        }
    }

    private static MemberFacts withoutOwn(
            MemberFacts facts, ProgramVersion version, JudgedSubject subject, CapsNow caps) {
        Set<CapKey> keys = memberCaps(version, subject.occurredAt());
        return keys.isEmpty()
                ? facts
                : facts.withUsage(new Usage(caps.others(keys), facts.usage().budgets()));
    }

    private static Set<CapKey> memberCaps(ProgramVersion version, Instant at) {
        Set<CapKey> keys = new HashSet<>(AccrualEvaluator.capsToCount(version, at));
        keys.removeIf(key -> key.scope() != Cap.Scope.MEMBER);
        return keys;
    }

    private Verdict judged(ProgramVersion version, JudgedSubject subject, MemberFacts facts, Map<String, Long> kept) {
        SharedLimitDesk.Fitted fitted = shared.fit(version, subject, facts, ofProgram(version.code(), kept));
        return new Verdict(
                ProgramJudgement.of(fitted.decision(), fitted.facts()),
                fitted.decision().grants(),
                fitted.decision().inactivityDeadlines(),
                fitted.taken());
    }

    private static Map<String, Long> ofProgram(ProgramCode code, Map<String, Long> kept) {
        Map<String, Long> own = new HashMap<>(kept);
        own.keySet().removeIf(name -> !name.startsWith(code + "/"));
        return own;
    }

    /** With the use of the member's caps and the orders before, where a rule asks for them. */
    private MemberFacts counted(MemberFacts facts, JudgedSubject subject, List<ProgramVersion> versions, Ahead ahead) {
        Set<CapKey> keys = new HashSet<>();
        versions.forEach(version -> keys.addAll(memberCaps(version, subject.occurredAt())));
        Usage usage = keys.isEmpty() ? Usage.NONE : new Usage(ahead.caps().get().of(keys), Map.of());
        return facts.withUsage(usage)
                .withOrdersBefore(ordersBefore(subject, versions, ahead))
                .withConsents(consents(subject, versions, ahead));
    }

    /** Only those that a program asks for: what else a member agreed to is nobody's business here. */
    private static Set<String> consents(JudgedSubject subject, List<ProgramVersion> versions, Ahead ahead) {
        Set<String> asked = new HashSet<>();
        subject.activity()
                .ifPresent(activity -> versions.forEach(version -> version.document()
                        .activityCheck(activity.type())
                        .flatMap(ActivityCheck::consent)
                        .map(ActivityCheck.Agreement::purpose)
                        .ifPresent(asked::add)));
        if (!asked.isEmpty()) {
            asked.retainAll(ahead.consents().get());
        }
        return asked;
    }

    private long ordersBefore(JudgedSubject subject, List<ProgramVersion> versions, Ahead ahead) {
        boolean asked = versions.stream().map(AskedFacts::of).anyMatch(Judging::asksForOrdersBefore);
        if (!asked || subject.order().isEmpty()) {
            return 0;
        }
        lookAhead.ordersBeforeAsked();
        return ahead.ordersBefore().get();
    }

    private static boolean asksForOrdersBefore(Set<FactKind> asked) {
        return asked.contains(FactKind.FIRST_ORDER) || asked.contains(FactKind.ORDERS_BEFORE);
    }
}
