package io.steadfast.members;

import io.steadfast.members.core.MemberRefusal;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.ProgramSummary;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** The programs that somebody can be enrolled in. */
@ApplicationScoped
class PublishedPrograms {

    @Inject
    private ProgramService programs;

    /** Refuses {@code PROGRAM_NOT_FOUND} and {@code PROGRAM_NOT_PUBLISHED} (422). */
    void refuseOthers(ProgramCode program) {
        ProgramSummary known = programs.find(program)
                .orElseThrow(() -> new Refusal(MemberRefusal.PROGRAM_NOT_FOUND, Map.of("program", program.value())));
        if (known.latest().isEmpty()) {
            throw new Refusal(MemberRefusal.PROGRAM_NOT_PUBLISHED, Map.of("program", program.value()));
        }
    }
}
