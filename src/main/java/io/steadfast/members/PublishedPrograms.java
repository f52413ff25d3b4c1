package io.steadfast.members;

import io.steadfast.members.core.MemberRefusal;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.ProgramSummary;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The programs that somebody can be enrolled in. */
@ApplicationScoped
class PublishedPrograms {

    @Inject
    private ProgramService programs;

    /**
     * What an event tells of an enrolment.
     *
     * @param version by which the program runs now; empty where it begins later
     */
    record Enrolled(ProgramCode program, Optional<Integer> version) {}

    /** What is told of enrolments in each of these programs. */
    Function<ProgramCode, Enrolled> enrolments(Collection<ProgramCode> codes, Instant now) {
        Map<ProgramCode, Integer> versions = programs.inForce(codes, now).stream()
                .collect(Collectors.toMap(ProgramVersion::code, ProgramVersion::version));
        return code -> new Enrolled(code, Optional.ofNullable(versions.get(code)));
    }

    /** Refuses {@code PROGRAM_NOT_FOUND} and {@code PROGRAM_NOT_PUBLISHED} (422). */
    void refuseOthers(ProgramCode program) {
        ProgramSummary known = programs.find(program)
                .orElseThrow(() -> new Refusal(MemberRefusal.PROGRAM_NOT_FOUND, Map.of("program", program.value())));
        if (known.latest().isEmpty()) {
            throw new Refusal(MemberRefusal.PROGRAM_NOT_PUBLISHED, Map.of("program", program.value()));
        }
    }
}
