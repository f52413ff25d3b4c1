package io.steadfast.members.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.members.core.Consent;
import io.steadfast.members.core.IdentityKind;
import io.steadfast.members.core.Member;
import io.steadfast.members.core.MemberChange;
import io.steadfast.members.core.MemberKind;
import io.steadfast.members.core.NewEnrolment;
import io.steadfast.members.core.NewMember;
import io.steadfast.members.core.Person;
import io.steadfast.members.core.Person.Employment;
import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A member as a caller sends one. Making one reads every field; changing one reads the fields that are there, and {@code null}
 * takes a value away.
 */
public record MemberRequest(
        @Nullable String externalId,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String cardNumber,
        @Nullable String name,
        @Nullable LocalDate birthday,
        @Nullable String locale,
        @Nullable Instant joinedAt,
        @Nullable String homeStore,
        @Nullable MemberKind kind,
        @Nullable Boolean employee,
        @Nullable List<ConsentRequest> consents,
        @Nullable Map<String, JsonNode> attributes,
        @Nullable List<EnrolmentRequest> enrol) {

    private static final int MOST_NAME = 200;
    private static final int MOST_CODE = 64;
    private static final int MOST_ENTRIES = 100;

    NewMember newMember() {
        FieldErrors errors = new FieldErrors();
        checkTexts(errors);
        Person person = new Person(
                kind == null ? MemberKind.PERSON : kind,
                Boolean.TRUE.equals(employee) ? Employment.EMPLOYEE : Employment.NONE,
                Optional.ofNullable(name),
                Optional.ofNullable(birthday),
                Optional.ofNullable(locale),
                Optional.ofNullable(homeStore),
                AttributeValues.changed(Map.of(), attributes == null ? Map.of() : attributes, errors));
        List<Consent> given = givenConsents(errors);
        List<NewEnrolment> enrolments = enrolments(errors);
        errors.refuseIfAny();
        return new NewMember(person, identities(), Optional.ofNullable(joinedAt), given, enrolments);
    }

    /**
     * What shall stand after this change of a member.
     *
     * @param sent names of the fields that the caller sent
     */
    MemberChange change(Member member, Set<String> sent) {
        FieldErrors errors = new FieldErrors();
        for (String fixed : List.of("joinedAt", "enrol")) {
            if (sent.contains(fixed)) {
                errors.add(fixed, FieldReason.NOT_ALLOWED);
            }
        }
        checkTexts(errors);
        Person before = member.person();
        Person person = new Person(
                kind == null ? before.kind() : kind,
                changedEmployment(before),
                sent.contains("name") ? Optional.ofNullable(name) : before.name(),
                sent.contains("birthday") ? Optional.ofNullable(birthday) : before.birthday(),
                sent.contains("locale") ? Optional.ofNullable(locale) : before.locale(),
                sent.contains("homeStore") ? Optional.ofNullable(homeStore) : before.homeStore(),
                AttributeValues.changed(before.attributes(), attributes == null ? Map.of() : attributes, errors));
        Map<IdentityKind, Optional<String>> changed = new EnumMap<>(IdentityKind.class);
        for (IdentityKind identity : IdentityKind.values()) {
            if (sent.contains(identity.field())) {
                changed.put(identity, Optional.ofNullable(identities().get(identity)));
            }
        }
        List<Consent> given = givenConsents(errors);
        errors.refuseIfAny();
        return new MemberChange(person, changed, given);
    }

    private Employment changedEmployment(Person before) {
        if (employee == null) {
            return before.employment();
        }
        return employee ? Employment.EMPLOYEE : Employment.NONE;
    }

    private Map<IdentityKind, String> identities() {
        Map<IdentityKind, String> given = new EnumMap<>(IdentityKind.class);
        put(given, IdentityKind.EXTERNAL_ID, externalId);
        put(given, IdentityKind.PHONE, phone);
        put(given, IdentityKind.EMAIL, email);
        put(given, IdentityKind.CARD, cardNumber);
        return given;
    }

    private static void put(Map<IdentityKind, String> given, IdentityKind kind, @Nullable String value) {
        if (value != null) {
            given.put(kind, value);
        }
    }

    private void checkTexts(FieldErrors errors) {
        Texts.atMost("name", name, MOST_NAME, errors);
        Texts.atMost("homeStore", homeStore, MOST_CODE, errors);
        Texts.atMost("locale", locale, MOST_CODE, errors);
        if (locale != null
                && java.util.Locale.forLanguageTag(locale).getLanguage().isEmpty()) {
            errors.add("locale", FieldReason.NOT_VALID);
        }
    }

    private List<Consent> givenConsents(FieldErrors errors) {
        List<Consent> given = new ArrayList<>();
        List<ConsentRequest> all = consents == null ? List.of() : consents;
        Texts.atMostEntries("consents", all.size(), MOST_ENTRIES, errors);
        for (int i = 0; i < all.size(); i++) {
            all.get(i).consent("consents[" + i + "].", errors).ifPresent(given::add);
        }
        return given;
    }

    private List<NewEnrolment> enrolments(FieldErrors errors) {
        List<NewEnrolment> wanted = new ArrayList<>();
        List<EnrolmentRequest> all = enrol == null ? List.of() : enrol;
        Texts.atMostEntries("enrol", all.size(), MOST_ENTRIES, errors);
        for (int i = 0; i < all.size(); i++) {
            all.get(i).enrolment("enrol[" + i + "].", errors).ifPresent(wanted::add);
        }
        return wanted;
    }
}
