package io.steadfast.members;

import io.steadfast.choices.AttributeService;
import io.steadfast.choices.core.AttributeSubject;
import io.steadfast.members.core.IdentityKind;
import io.steadfast.members.core.NewEnrolment;
import io.steadfast.members.core.NewMember;
import io.steadfast.members.store.IdentityOwners;
import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks at many members to be, in a question for each kind of identity and each program among them. */
@ApplicationScoped
class NewcomerCheck {

    @Inject
    private IdentityOwners owners;

    @Inject
    private AttributeService declared;

    @Inject
    private PublishedPrograms published;

    @Inject
    private CurrentTenant tenant;

    /** Somebody who can be made, with the identities in their kept form. */
    record Newcomer(NewMember wanted, Map<IdentityKind, String> identities) {}

    /** @param refusals of each who was wanted, in their order; empty for the newcomers */
    record Checked(List<Newcomer> newcomers, List<Optional<Refusal>> refusals) {}

    /** Of two with one identity the first has it. */
    Checked of(List<NewMember> wanted, Instant now) {
        List<Reading> readings = wanted.stream().map(each -> read(each, now)).toList();
        Map<IdentityKind, Set<String>> taken = taken(readings);
        Map<ProgramCode, Optional<Refusal>> programs = new HashMap<>();
        List<Newcomer> newcomers = new ArrayList<>();
        List<Optional<Refusal>> refusals = new ArrayList<>();
        for (Reading reading : readings) {
            Optional<Refusal> refusal = reading.refusal()
                    .or(() -> refusal(() -> IdentityDesk.refuse(reading.identities().entrySet().stream()
                            .filter(each ->
                                    taken.getOrDefault(each.getKey(), Set.of()).contains(each.getValue()))
                            .map(Map.Entry::getKey)
                            .toList())))
                    .or(() -> refused(reading.wanted().enrolments(), programs));
            refusals.add(refusal);
            if (refusal.isEmpty()) {
                newcomers.add(new Newcomer(reading.wanted(), reading.identities()));
                reading.identities()
                        .forEach((kind, value) -> taken.computeIfAbsent(kind, any -> new HashSet<>())
                                .add(value));
            }
        }
        return new Checked(newcomers, refusals);
    }

    private record Reading(NewMember wanted, Map<IdentityKind, String> identities, Optional<Refusal> refusal) {}

    private Reading read(NewMember wanted, Instant now) {
        if (!wanted.consents().isEmpty()
                || wanted.enrolments().stream()
                        .anyMatch(each -> each.termsVersion().isPresent()
                                || each.referralCode().isPresent())) {
            throw new IllegalArgumentException("Consents, terms and friends' codes are taken one by one");
        }
        FieldErrors errors = new FieldErrors();
        Map<IdentityKind, String> identities = IdentityReader.read(
                wanted.identities(), tenant.tenant().locale().getCountry(), errors);
        Futures.refuse("joinedAt", wanted.joinedAt(), now, errors);
        declared.check(AttributeSubject.MEMBER, Map.of(), wanted.person().attributes(), errors);
        wanted.enrolments().forEach(each -> Futures.refuse("at", each.at(), now, errors));
        return new Reading(wanted, identities, refusal(errors::refuseIfAny));
    }

    /** What of all this somebody has. */
    private Map<IdentityKind, Set<String>> taken(List<Reading> readings) {
        Map<IdentityKind, Set<String>> values = new EnumMap<>(IdentityKind.class);
        readings.forEach(reading -> reading.identities()
                .forEach((kind, value) ->
                        values.computeIfAbsent(kind, any -> new HashSet<>()).add(value)));
        values.replaceAll((kind, kept) -> new HashSet<>(owners.of(kind, kept).keySet()));
        return values;
    }

    private Optional<Refusal> refused(List<NewEnrolment> enrolments, Map<ProgramCode, Optional<Refusal>> known) {
        return enrolments.stream()
                .flatMap(each ->
                        known
                                .computeIfAbsent(
                                        each.program(), program -> refusal(() -> published.refuseOthers(program)))
                                .stream())
                .findFirst();
    }

    private static Optional<Refusal> refusal(Runnable check) {
        try {
            check.run();
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal);
        }
    }
}
