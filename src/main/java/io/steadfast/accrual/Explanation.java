package io.steadfast.accrual;

import io.steadfast.accrual.core.Grant;
import io.steadfast.shared.ProgramCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Why an entry stands.
 *
 * @param version of the program that decided
 * @param points given or taken back, in the wallet's smallest unit
 * @param sentence for the member, in their language
 * @param lines for staff, in the same language
 * @param proof what the rule gave: conditions, arithmetic, caps, shares and dates, complete enough to execute it again
 */
public record Explanation(
        UUID entryId,
        Kind kind,
        ProgramCode program,
        int version,
        String source,
        String reference,
        Instant at,
        long points,
        String sentence,
        List<String> lines,
        Optional<Grant> proof) {

    public Explanation {
        lines = List.copyOf(lines);
    }

    public enum Kind {
        GIVEN,
        TAKEN
    }
}
