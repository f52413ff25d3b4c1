package io.steadfast.accrual;

import io.steadfast.accrual.core.SkippedRule;
import io.steadfast.shared.ProgramCode;
import java.time.Instant;
import java.util.List;

/**
 * Why a rule gave nothing to an order or activity.
 *
 * @param sentence for the member, in their language
 * @param lines for staff, in the same language
 * @param proof the reasons and what each condition came to
 */
public record SkippedExplanation(
        ProgramCode program, int version, Instant at, String sentence, List<String> lines, SkippedRule proof) {

    public SkippedExplanation {
        lines = List.copyOf(lines);
    }
}
