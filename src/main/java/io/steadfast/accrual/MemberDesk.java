package io.steadfast.accrual;

import io.steadfast.accrual.core.AccrualRefusal;
import io.steadfast.accrual.core.MemberFacts;
import io.steadfast.accrual.core.Usage;
import io.steadfast.ledger.LedgerService;
import io.steadfast.ledger.core.LedgerRefusal;
import io.steadfast.ledger.core.WalletBalance;
import io.steadfast.members.KnownIdentities;
import io.steadfast.members.MemberService;
import io.steadfast.members.core.Enrolment;
import io.steadfast.members.core.IdentityKind;
import io.steadfast.members.core.MemberKind;
import io.steadfast.members.core.MemberProfile;
import io.steadfast.members.core.Person;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.tiers.TierService;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who an order or activity is about: finds, locks and describes its member. */
@Dependent
class MemberDesk {

    @Inject
    MemberService members;

    @Inject
    KnownIdentities identities;

    @Inject
    LedgerService ledger;

    @Inject
    TierService tiers;

    @Inject
    @Any
    Instance<PaidPlans> paidPlans;

    /** The member named; refuses an identity that nobody has (422). An id is checked when it is locked. */
    MemberId identified(NamedMember named) {
        return found(named).orElseThrow(() -> new Refusal(AccrualRefusal.MEMBER_UNKNOWN));
    }

    /** Of the members named, those that there are, locked in the order of their ids. */
    Map<NamedMember, MemberId> locked(Collection<NamedMember> named) {
        Map<NamedMember, MemberId> known = new HashMap<>();
        Map<NamedMember.By, List<NamedMember>> byKind = named.stream().collect(Collectors.groupingBy(NamedMember::by));
        byKind.forEach((by, those) -> {
            if (by == NamedMember.By.ID) {
                those.forEach(each -> found(each).ifPresent(member -> known.put(each, member)));
            } else {
                List<String> values = those.stream().map(NamedMember::value).toList();
                identities
                        .owners(IdentityKind.valueOf(by.name()), values)
                        .forEach((value, member) -> known.put(new NamedMember(by, value), member));
            }
        });
        Set<MemberId> locked = ledger.lockMembers(known.values());
        known.values().retainAll(locked);
        return known;
    }

    private Optional<MemberId> found(NamedMember named) {
        return named.by() == NamedMember.By.ID
                ? Optional.of(new MemberId(UUID.fromString(named.value())))
                : members.identified(IdentityKind.valueOf(named.by().name()), named.value());
    }

    /** Keeps everybody else from the member's books; always before any fact is read. */
    LedgerService.Standing lock(MemberId member) {
        return lock(member, () -> {});
    }

    /** The same, in one round trip with what is asked behind it. */
    LedgerService.Standing lock(MemberId member, Runnable behind) {
        try {
            return ledger.lockMember(member, behind);
        } catch (Refusal refusal) {
            throw refusal.reason() == LedgerRefusal.MEMBER_UNKNOWN
                    ? new Refusal(AccrualRefusal.MEMBER_UNKNOWN)
                    : refusal;
        }
    }

    /** Whose what is posted for a locked member comes to be: their own, or of whom they were merged into. */
    MemberId survivorOf(MemberId member) {
        return ledger.survivorOf(member);
    }

    /** What a locked member has by now, or who has everything of theirs. */
    List<WalletBalance> balances(MemberId member) {
        return lock(survivorOf(member)).balances();
    }

    MemberProfile profile(Ahead ahead) {
        return ahead.profile().get().orElseThrow(() -> new Refusal(AccrualRefusal.MEMBER_UNKNOWN));
    }

    /** What is known as of the instant, by whatever program; without enrolment and usage. */
    MemberFacts facts(MemberProfile profile, Instant at, Ahead ahead) {
        Person person = profile.person();
        return new MemberFacts(
                profile.id(),
                person.kind() == MemberKind.ORGANISATION ? MemberFacts.Kind.ORGANISATION : MemberFacts.Kind.PERSON,
                person.employment() == Person.Employment.EMPLOYEE
                        ? MemberFacts.Employment.EMPLOYEE
                        : MemberFacts.Employment.NONE,
                Optional.empty(),
                person.birthday(),
                person.homeStore(),
                tiers.tiersAt(profile.id(), at),
                Map.of(),
                plans(profile.id(), at),
                Set.of(),
                attributes(person, ahead.openAttributes().get()),
                Set.of(),
                0,
                Usage.NONE);
    }

    private Map<ProgramCode, String> plans(MemberId member, Instant at) {
        Map<ProgramCode, String> plans = new HashMap<>();
        paidPlans.forEach(known -> plans.putAll(known.onAt(member, at)));
        return plans;
    }

    /** What isn't declared as open may be personal: its value is never kept. */
    private static Map<String, MemberFacts.Attribute> attributes(Person person, Set<String> open) {
        Map<String, MemberFacts.Attribute> attributes = new HashMap<>();
        person.attributes()
                .forEach((name, values) -> attributes.put(
                        name,
                        new MemberFacts.Attribute(
                                values,
                                open.contains(name)
                                        ? MemberFacts.Attribute.Privacy.OPEN
                                        : MemberFacts.Attribute.Privacy.PERSONAL)));
        return attributes;
    }

    /**
     * The enrolment that counts for a program at an instant: the one that covered it, else the next one, which the
     * program's look-back may stretch to it; empty once the member had left.
     */
    static Optional<Instant> enrolledAt(MemberProfile profile, ProgramCode program, Instant at) {
        return profile.enrolledAt(program, at)
                .or(() -> profile.enrolments().stream()
                        .filter(each -> each.program().equals(program))
                        .map(Enrolment::enrolledAt)
                        .filter(enrolledAt -> enrolledAt.isAfter(at))
                        .min(Comparator.naturalOrder()));
    }
}
