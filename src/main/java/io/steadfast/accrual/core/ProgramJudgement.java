package io.steadfast.accrual.core;

import io.steadfast.shared.ProgramCode;
import java.util.List;

/**
 * What one program said to an order or activity, with what it looked at: judging again uses the same version and facts.
 *
 * @param facts without anything personal
 * @param basis what counts of each line by the program's own switches
 */
public record ProgramJudgement(
        ProgramCode program, int version, MemberFacts facts, List<LineBasis> basis, List<SkippedRule> skipped) {

    public ProgramJudgement {
        basis = List.copyOf(basis);
        skipped = List.copyOf(skipped);
    }
}
