package io.steadfast.accrual;

import io.steadfast.accrual.core.Grant;
import io.steadfast.accrual.core.ProgramJudgement;
import io.steadfast.shared.WalletCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What one program said, with the grants that are to be posted. */
record Verdict(
        ProgramJudgement judgement,
        List<Grant> grants,
        Map<WalletCode, Instant> inactivityDeadlines,
        Map<String, Long> taken) {

    /** A program that gave nothing and took nothing of what all members share. */
    static Verdict closed(ProgramJudgement judgement) {
        return new Verdict(judgement, List.of(), Map.of(), Map.of());
    }
}
