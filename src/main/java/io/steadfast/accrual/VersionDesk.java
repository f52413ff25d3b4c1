package io.steadfast.accrual;

import io.steadfast.accrual.core.BetterOf;
import io.steadfast.accrual.core.MemberFacts;
import io.steadfast.members.core.MemberProfile;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.Transition;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.tiers.TierPromises;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * By which version of a program a member is judged: the one in force, and where it promises what is better of both, also those
 * before it until the member's next review ({@link Transition.Earn#BETTER_OF}).
 */
@Dependent
class VersionDesk {

    @Inject
    ProgramService programs;

    @Inject
    TierPromises promises;

    /** The versions that may judge what happened at the instant, the one in force first. */
    List<ProgramVersion> candidates(ProgramVersion inForce, MemberProfile profile, Instant at) {
        if (inForce.document().transition().earn() == Transition.Earn.NEW) {
            return List.of(inForce);
        }
        Optional<Instant> enrolledAt = MemberDesk.enrolledAt(profile, inForce.code(), at);
        List<ProgramVersion> candidates = new ArrayList<>(List.of(inForce));
        Optional<ProgramVersion> before = enrolledAt.flatMap(since -> earlier(inForce, profile.id(), since, at));
        while (before.isPresent()) {
            candidates.add(before.get());
            ProgramVersion latest = before.get();
            before = enrolledAt.flatMap(since -> earlier(latest, profile.id(), since, at));
        }
        return candidates;
    }

    /** The version before this one, where this one promises its members the better of both and the promise still holds. */
    private Optional<ProgramVersion> earlier(ProgramVersion version, MemberId member, Instant enrolledAt, Instant at) {
        Instant since = version.effectiveFrom();
        if (version.document().transition().earn() == Transition.Earn.NEW || !enrolledAt.isBefore(since)) {
            return Optional.empty();
        }
        return inForceBefore(version.code(), since)
                .filter(before -> promises.holds(new TierPromises.Promise(member, before, enrolledAt, since), at));
    }

    private Optional<ProgramVersion> inForceBefore(ProgramCode program, Instant at) {
        return programs.inForce(program, at.minusNanos(1));
    }

    /** The best of them for the member. */
    static ProgramVersion best(
            List<ProgramVersion> candidates, JudgedSubject subject, Function<ProgramVersion, MemberFacts> facts) {
        if (candidates.size() == 1) {
            return candidates.get(0);
        }
        return BetterOf.choose(candidates.stream()
                .map(each -> new BetterOf.Candidate(each, subject.judgedBy(each, facts.apply(each))))
                .toList());
    }
}
