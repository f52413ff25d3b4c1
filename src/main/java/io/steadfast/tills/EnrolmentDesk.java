package io.steadfast.tills;

import io.steadfast.members.MemberService;
import io.steadfast.members.core.Consent;
import io.steadfast.members.core.Enrolment;
import io.steadfast.members.core.IdentityKind;
import io.steadfast.members.core.Member;
import io.steadfast.members.core.MemberChange;
import io.steadfast.members.core.MemberKind;
import io.steadfast.members.core.NewEnrolment;
import io.steadfast.members.core.NewMember;
import io.steadfast.members.core.Person;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.referrals.CodeService;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.tills.core.CounterWork;
import io.steadfast.tills.core.Place;
import io.steadfast.tills.core.TillRefusal;
import io.steadfast.tills.core.WorkKind;
import io.steadfast.tills.store.WorkRows;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes members at the counter, and unmakes one that was a mistake. */
@Dependent
class EnrolmentDesk {

    private static final String CHANNEL = "store";
    private static final int MOST_PROGRAMS = 200;

    @Inject
    MemberService members;

    @Inject
    ProgramService programs;

    @Inject
    CodeService codes;

    @Inject
    WorkRows rows;

    @Inject
    TenantClock clock;

    /** The programs one can be enrolled in now, with what their terms say now. */
    List<ProgramVersion> open() {
        List<ProgramCode> codes = programs.list("", MOST_PROGRAMS).stream()
                .filter(program -> program.inForce().isPresent())
                .map(program -> program.code())
                .toList();
        return programs.inForce(codes, clock.now());
    }

    /** Whether a code that a friend handed on means anything in the program. */
    static boolean bringsFriends(ProgramVersion version) {
        return version.document().referral().isPresent();
    }

    Member enrol(CounterService.Newcomer newcomer, Place place) {
        if (newcomer.identities().isEmpty()) {
            throw new Refusal(TillRefusal.NOTHING_TO_KNOW_BY);
        }
        if (newcomer.terms() != CounterService.Newcomer.Terms.ACCEPTED) {
            throw new Refusal(TillRefusal.TERMS_NOT_ACCEPTED);
        }
        Instant now = clock.now();
        List<ProgramVersion> open = open();
        Set<ProgramCode> friendly =
                newcomer.friendsCode().map(code -> friendly(open, code)).orElse(Set.of());
        List<NewEnrolment> enrolments = open.stream()
                .map(version -> new NewEnrolment(
                        version.code(),
                        CHANNEL,
                        Optional.of(Integer.toString(version.version())),
                        Optional.empty(),
                        newcomer.friendsCode().filter(code -> friendly.contains(version.code()))))
                .toList();
        List<Consent> consents = newcomer.consents().stream()
                .map(channel -> new Consent(
                        "marketing",
                        channel,
                        Consent.Answer.GRANTED,
                        now,
                        CHANNEL,
                        CounterService.CONSENT_TEXT + "-" + newcomer.locale(),
                        place.store()))
                .toList();
        Person person = new Person(
                MemberKind.PERSON,
                Person.Employment.NONE,
                newcomer.name(),
                Optional.empty(),
                Optional.of(newcomer.locale()),
                place.store(),
                Map.of());
        return members.create(new NewMember(person, newcomer.identities(), Optional.empty(), consents, enrolments));
    }

    /** A code is of one program: where it is of none, whichever bring friends are asked and refuse it. */
    private Set<ProgramCode> friendly(List<ProgramVersion> open, String code) {
        Set<ProgramCode> all = open.stream()
                .filter(EnrolmentDesk::bringsFriends)
                .map(ProgramVersion::code)
                .collect(Collectors.toSet());
        Set<ProgramCode> known =
                all.stream().filter(program -> codes.isKnown(program, code)).collect(Collectors.toSet());
        return known.isEmpty() ? all : known;
    }

    /** The note of it. */
    static Serving.Note note(Member member) {
        return new Serving.Note(
                WorkKind.ENROLMENT, member.id(), Optional.empty(), Optional.empty(), CounterWork.Figures.NONE);
    }

    /** Takes the member out of every program and frees what they are known by. Refuses ENROLMENT_IN_USE. */
    void undo(CounterWork work) {
        MemberId id = work.member();
        if (rows.isAnySince(id, work.at())) {
            throw new Refusal(TillRefusal.ENROLMENT_IN_USE);
        }
        Member member = members.find(id).orElseThrow(() -> new Refusal(TillRefusal.WORK_UNKNOWN));
        member.enrolments().stream()
                .filter(enrolment -> enrolment.leftAt().isEmpty())
                .map(Enrolment::program)
                .forEach(program -> members.leave(id, program));
        Map<IdentityKind, Optional<String>> freed = new EnumMap<>(IdentityKind.class);
        member.identities().keySet().forEach(kind -> freed.put(kind, Optional.empty()));
        members.change(id, new MemberChange(member.person(), freed, List.of()));
    }
}
