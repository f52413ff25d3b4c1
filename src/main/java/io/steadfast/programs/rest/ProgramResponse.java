package io.steadfast.programs.rest;

import io.steadfast.programs.core.ProgramDraft;
import io.steadfast.programs.core.ProgramKind;
import io.steadfast.programs.core.ProgramSummary;
import io.steadfast.shared.ProgramCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A program at a glance.
 *
 * @param name by language
 * @param inForce the version that judges now
 * @param latest the version published last
 */
public record ProgramResponse(
        ProgramCode code,
        Map<String, String> name,
        ProgramKind kind,
        String zone,
        String currency,
        Optional<Integer> inForce,
        Optional<Integer> latest,
        List<Draft> drafts) {

    /** One of its drafts. */
    public record Draft(UUID id, Optional<Integer> baseVersion, Instant changedAt, String changedBy) {

        static Draft of(ProgramDraft draft) {
            return new Draft(draft.id(), draft.baseVersion(), draft.changedAt(), draft.changedBy());
        }
    }

    static ProgramResponse of(ProgramSummary program) {
        return new ProgramResponse(
                program.code(),
                program.document().basics().name().byLanguage(),
                program.document().basics().kind(),
                program.document().basics().zone().getId(),
                program.document().basics().currency().getCurrencyCode(),
                program.inForce(),
                program.latest(),
                program.drafts().stream().map(Draft::of).toList());
    }
}
