package io.steadfast.programs.core;

import io.steadfast.shared.ProgramCode;
import java.util.List;
import java.util.Optional;

/**
 * A program at a glance.
 *
 * @param inForce the version that judges now; empty before the first one does
 * @param latest the version published last, which may begin later
 * @param drafts their documents included
 */
public record ProgramSummary(
        ProgramCode code,
        Optional<Integer> inForce,
        Optional<Integer> latest,
        ProgramDocument document,
        List<ProgramDraft> drafts) {

    public ProgramSummary {
        drafts = List.copyOf(drafts);
    }
}
