package io.steadfast.members.rest;

import io.steadfast.members.core.Consent;
import io.steadfast.members.core.Enrolment;
import io.steadfast.members.core.IdentityKind;
import io.steadfast.members.core.Member;
import io.steadfast.members.core.MemberKind;
import io.steadfast.members.core.MemberStatus;
import io.steadfast.members.core.Person;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A member as callers see one. */
public record MemberResponse(
        MemberId id,
        MemberStatus status,
        Optional<String> externalId,
        Optional<String> phone,
        Optional<String> email,
        Optional<String> cardNumber,
        Optional<String> name,
        Optional<LocalDate> birthday,
        Optional<String> locale,
        Instant joinedAt,
        Optional<String> homeStore,
        MemberKind kind,
        boolean employee,
        List<ConsentResponse> consents,
        Map<String, Object> attributes,
        List<ProgramResponse> programs,
        Optional<MemberId> mergedInto) {

    /** A program the member is or was in. */
    public record ProgramResponse(
            ProgramCode program,
            String channel,
            Instant enrolledAt,
            Optional<Instant> leftAt,
            Optional<String> termsVersion) {

        static ProgramResponse of(Enrolment enrolment) {
            return new ProgramResponse(
                    enrolment.program(),
                    enrolment.channel(),
                    enrolment.enrolledAt(),
                    enrolment.leftAt(),
                    enrolment.termsVersion());
        }
    }

    /** The consent that stands for a purpose and channel. */
    public record ConsentResponse(
            String purpose, String channel, boolean granted, Instant at, String source, String textVersion) {

        static ConsentResponse of(Consent consent) {
            return new ConsentResponse(
                    consent.purpose(),
                    consent.channel(),
                    consent.answer() == Consent.Answer.GRANTED,
                    consent.at(),
                    consent.source(),
                    consent.textVersion());
        }
    }

    static MemberResponse of(Member member) {
        Person person = member.person();
        return new MemberResponse(
                member.id(),
                member.status(),
                member.identity(IdentityKind.EXTERNAL_ID),
                member.identity(IdentityKind.PHONE),
                member.identity(IdentityKind.EMAIL),
                member.identity(IdentityKind.CARD),
                person.name(),
                person.birthday(),
                person.locale(),
                member.joinedAt(),
                person.homeStore(),
                person.kind(),
                person.employment() == Person.Employment.EMPLOYEE,
                member.consents().stream().map(ConsentResponse::of).toList(),
                attributes(person),
                member.enrolments().stream().map(ProgramResponse::of).toList(),
                member.mergedInto());
    }

    private static Map<String, Object> attributes(Person person) {
        Map<String, Object> attributes = new TreeMap<>();
        person.attributes()
                .forEach((name, values) -> attributes.put(name, values.size() == 1 ? values.get(0) : values));
        return attributes;
    }
}
