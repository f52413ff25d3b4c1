package io.steadfast.accrual;

import io.steadfast.accrual.core.Grant;
import io.steadfast.accrual.core.Judgement;
import io.steadfast.accrual.core.ProgramJudgement;
import io.steadfast.accrual.core.SkipReason;
import io.steadfast.accrual.core.SkippedRule;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.Wallet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Orders that come from another system with what they earned there. Their judgement carries a mark, so that a later state of
 * the order, a return say, gives and takes no more than the first did.
 */
@Dependent
class MovedIn {

    @Inject
    ProgramService programs;

    /** Whether what stands for an order was earned elsewhere. */
    static boolean is(Optional<Judgement> judgement) {
        return judgement.stream().flatMap(each -> each.programs().stream()).anyMatch(MovedIn::is);
    }

    static boolean is(ProgramJudgement judgement) {
        return judgement.skipped().stream().anyMatch(MovedIn::isMark);
    }

    static boolean isMark(SkippedRule skipped) {
        return skipped.rule().isEmpty() && skipped.reasons().contains(SkipReason.MOVED_IN);
    }

    /** The version as it judges what was bought elsewhere, before it began perhaps. */
    static ProgramVersion begun(ProgramVersion version, Instant at) {
        return version.effectiveFrom().isAfter(at)
                ? new ProgramVersion(version.code(), version.version(), version.document(), at)
                : version;
    }

    /** What the programs said, as far as it is to stand. */
    List<Verdict> left(List<Verdict> verdicts, Effects wanted, Optional<Judgement> before) {
        if (is(before)) {
            return verdicts.stream()
                    .map(verdict -> verdict.judgement().version() == 0 ? verdict : counting(verdict))
                    .toList();
        }
        return switch (wanted) {
            case ALL -> verdicts;
            case METRICS -> verdicts.stream().map(this::counting).toList();
            case NONE -> verdicts.stream().map(MovedIn::known).toList();
        };
    }

    private static Verdict known(Verdict verdict) {
        ProgramJudgement said = verdict.judgement();
        ProgramJudgement closed = ProgramJudgement.closed(said.program(), said.facts(), SkipReason.MOVED_IN);
        return new Verdict(closed, List.of(), Map.of(), verdict.taken());
    }

    private Verdict counting(Verdict verdict) {
        ProgramJudgement said = verdict.judgement();
        if (said.version() == 0) {
            return verdict;
        }
        List<SkippedRule> skipped = new ArrayList<>(said.skipped());
        skipped.add(new SkippedRule(Optional.empty(), List.of(SkipReason.MOVED_IN), List.of()));
        ProgramJudgement counted = new ProgramJudgement(
                said.program(), said.version(), said.facts(), said.basis(), skipped, List.of(), List.of());
        List<Grant> kept = programs.version(said.program(), said.version())
                .map(version -> statusOnly(version, verdict.grants()))
                .orElse(List.of());
        return new Verdict(counted, kept, verdict.inactivityDeadlines(), verdict.taken());
    }

    /** Of what a version grants, the points that only count towards a tier. */
    static List<Grant> statusOnly(ProgramVersion version, List<Grant> grants) {
        return grants.stream()
                .filter(grant -> version.document().wallets().stream()
                        .anyMatch(wallet ->
                                wallet.code().equals(grant.wallet()) && wallet.purpose() == Wallet.Purpose.STATUS))
                .toList();
    }
}
