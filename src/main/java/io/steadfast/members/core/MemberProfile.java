package io.steadfast.members.core;

import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What rules may read about a member, and the programs they are or were in. */
public record MemberProfile(MemberId id, MemberStatus status, Person person, List<Enrolment> enrolments) {

    public MemberProfile {
        enrolments = List.copyOf(enrolments);
    }

    /** When the member enrolled in the program, as far as that enrolment lasts at the instant. */
    public Optional<Instant> enrolledAt(ProgramCode program, Instant at) {
        return enrolments.stream()
                .filter(enrolment -> enrolment.program().equals(program) && enrolment.covers(at))
                .map(Enrolment::enrolledAt)
                .findFirst();
    }
}
