package io.steadfast.accrual;

import io.steadfast.accrual.core.Activation;
import io.steadfast.accrual.core.Doubt;
import io.steadfast.accrual.core.Grant;
import io.steadfast.accrual.core.ProgramJudgement;
import io.steadfast.shared.WalletCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What one program said, with the grants that are to be posted.
 *
 * @param doubts why a person must look first; empty where nothing speaks against it
 */
record Verdict(
        ProgramJudgement judgement,
        List<Grant> grants,
        Map<WalletCode, Instant> inactivityDeadlines,
        Map<String, Long> taken,
        List<Doubt> doubts) {

    /** What is believed. */
    Verdict(
            ProgramJudgement judgement,
            List<Grant> grants,
            Map<WalletCode, Instant> inactivityDeadlines,
            Map<String, Long> taken) {
        this(judgement, grants, inactivityDeadlines, taken, List.of());
    }

    /** A program that gave nothing and took nothing of what all members share. */
    static Verdict closed(ProgramJudgement judgement) {
        return new Verdict(judgement, List.of(), Map.of(), Map.of());
    }

    /** The same, but nothing of it holds before a person has looked: no points can be used, no deadline moves. */
    Verdict doubted(List<Doubt> why) {
        return new Verdict(
                judgement,
                grants.stream()
                        .map(grant -> grant.activating(Activation.inReview(), grant.expiresAt()))
                        .toList(),
                Map.of(),
                taken,
                why);
    }

    boolean isDoubted() {
        return !doubts.isEmpty();
    }
}
