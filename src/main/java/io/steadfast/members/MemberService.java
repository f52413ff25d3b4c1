package io.steadfast.members;

import io.steadfast.choices.AttributeService;
import io.steadfast.choices.core.AttributeSubject;
import io.steadfast.ledger.LedgerService;
import io.steadfast.members.core.Enrolment;
import io.steadfast.members.core.IdentityKind;
import io.steadfast.members.core.Member;
import io.steadfast.members.core.MemberChange;
import io.steadfast.members.core.MemberMatches;
import io.steadfast.members.core.MemberProfile;
import io.steadfast.members.core.MemberRefusal;
import io.steadfast.members.core.MemberStatus;
import io.steadfast.members.core.NewEnrolment;
import io.steadfast.members.core.NewMember;
import io.steadfast.members.store.MemberKeys;
import io.steadfast.members.store.MemberRepository;
import io.steadfast.members.store.MergeRows;
import io.steadfast.members.store.ProfileReader;
import io.steadfast.platform.audit.AuditTrail;
import io.steadfast.platform.outbox.Outbox;
import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The door of members: each method is one use case in one transaction. */
@Stateless
public class MemberService {

    private static final int LEAST_SEARCH = 2;

    @Inject
    private MemberRepository members;

    @Inject
    private ProfileReader profiles;

    @Inject
    private MemberKeys keys;

    @Inject
    private IdentityDesk identities;

    @Inject
    private MergeRows merges;

    @Inject
    private FriendTold friends;

    @Inject
    private LedgerService ledger;

    @Inject
    private PublishedPrograms published;

    @Inject
    private AttributeService declared;

    @Inject
    private TenantClock clock;

    @Inject
    private CurrentTenant tenant;

    @Inject
    private AuditTrail audit;

    @Inject
    private Outbox outbox;

    /**
     * Makes a member with identities, consents and enrolments; draws a card number when none is given.
     *
     * <p>Refuses {@code INVALID_REQUEST} (400, by field) what isn't valid or lies in the future, {@code IDENTITY_TAKEN} (409),
     * {@code PROGRAM_NOT_FOUND} and {@code PROGRAM_NOT_PUBLISHED} (422).
     */
    public Member create(NewMember wanted) {
        Instant now = clock.now();
        FieldErrors errors = new FieldErrors();
        Map<IdentityKind, String> read = IdentityReader.read(wanted.identities(), region(), errors);
        Futures.refuse("joinedAt", wanted.joinedAt(), now, errors);
        Futures.refuseConsents(wanted.consents(), now, errors);
        declared.check(AttributeSubject.MEMBER, Map.of(), wanted.person().attributes(), errors);
        errors.refuseIfAny();
        MemberId id = new MemberId(Ids.next());
        Instant joinedAt = wanted.joinedAt().orElse(now);
        friends.tell(new FriendTold.Joining(id, read, List.of()), wanted.enrolments(), joinedAt);
        Map<IdentityKind, String> own = identities.withCard(read);
        identities.refuseTaken(id, own);
        members.add(id, wanted.person(), own, joinedAt, now);
        wanted.consents().forEach(consent -> members.addConsent(id, consent, now));
        identities.write(id, own, wanted.person());
        ledger.open(id, now);
        audit.record("member.created", "member", id.toString(), null, Map.of("identities", own.keySet()));
        for (NewEnrolment enrolment : wanted.enrolments()) {
            enrolIn(id, enrolment, enrolment.at().orElse(joinedAt), List.of());
        }
        return known(id);
    }

    /** The member as they stand now; erased ones are unknown. */
    public Optional<Member> find(MemberId id) {
        return members.find(id).filter(member -> member.status() != MemberStatus.ERASED);
    }

    /** Whose identity this is, however it is written; a phone without country code is read as one of the tenant's country. */
    public Optional<MemberId> identified(IdentityKind kind, String value) {
        return IdentityReader.normalised(kind, value, region()).flatMap(normal -> members.owner(kind, normal));
    }

    /** Who has this identity, however it is written; erased ones are unknown. */
    public Optional<Member> find(IdentityKind kind, String value) {
        return IdentityReader.normalised(kind, value, region())
                .flatMap(normal -> members.ofOwner(kind, normal))
                .filter(member -> member.status() != MemberStatus.ERASED);
    }

    /** An identity in its kept form; empty where it is none. */
    public Optional<String> normalised(IdentityKind kind, String value) {
        return IdentityReader.normalised(kind, value, region());
    }

    /** What rules may read about a member, in one round trip; empty for an unknown or erased one. */
    public Optional<MemberProfile> profile(MemberId id) {
        return askProfile(id).get();
    }

    /** As {@link #profile}, read in one round trip with whatever else is asked by the time it is needed. */
    public Supplier<Optional<MemberProfile>> askProfile(MemberId id) {
        return profiles.find(id);
    }

    /**
     * By beginnings of names, e-mails and external ids and by endings of phones and cards, newest first.
     *
     * <p>Refuses (400) a search of fewer than two characters.
     */
    public MemberMatches search(String text) {
        if (text.strip().length() < LEAST_SEARCH) {
            throw FieldErrors.one("q", MemberRefusal.SEARCH_TOO_SHORT, Map.of("least", LEAST_SEARCH));
        }
        List<MemberId> found = keys.search(text, MemberMatches.MOST + 1).stream()
                .map(MemberId::new)
                .toList();
        List<Member> shown = members.all(found.subList(0, Math.min(found.size(), MemberMatches.MOST)));
        return new MemberMatches(
                shown,
                found.size() > MemberMatches.MOST ? MemberMatches.Completeness.MORE : MemberMatches.Completeness.ALL);
    }

    /**
     * Puts what shall stand from now on in place of what stands.
     *
     * <p>Refuses {@code MEMBER_UNKNOWN} (404), {@code INVALID_REQUEST} (400, by field), {@code IDENTITY_TAKEN} (409),
     * {@code MEMBER_MERGED} (422).
     */
    public Member change(MemberId id, MemberChange change) {
        Member before = own(id);
        Instant now = clock.now();
        FieldErrors errors = new FieldErrors();
        Map<IdentityKind, Optional<String>> changed = identities.read(change.identities(), region(), errors);
        Futures.refuseConsents(change.consents(), now, errors);
        declared.check(
                AttributeSubject.MEMBER,
                before.person().attributes(),
                change.person().attributes(),
                errors);
        errors.refuseIfAny();
        members.change(id, change.person(), now);
        change.consents().forEach(consent -> members.addConsent(id, consent, now));
        Map<IdentityKind, String> own = identities.replace(before, changed, now);
        identities.write(id, own, change.person());
        audit.record("member.changed", "member", id.toString(), null, Map.of("identities", changed.keySet()));
        outbox.publish("member.updated", Optional.of(id), Map.of());
        return known(id);
    }

    /**
     * Enrols, or takes note that another version of the terms was accepted where the member is in the program already.
     *
     * <p>Refuses {@code MEMBER_UNKNOWN} (404), {@code MEMBER_BLOCKED}, {@code MEMBER_MERGED}, {@code PROGRAM_NOT_FOUND},
     * {@code PROGRAM_NOT_PUBLISHED} (422), an {@code at} in the future (400).
     */
    public Member enrol(MemberId id, NewEnrolment wanted) {
        Member member = own(id);
        if (member.status() != MemberStatus.ACTIVE) {
            throw new Refusal(MemberRefusal.MEMBER_BLOCKED);
        }
        ledger.lockMember(id);
        FriendTold.Joining joining = new FriendTold.Joining(id, member.identities(), member.enrolments());
        friends.tell(joining, List.of(wanted), clock.now());
        enrolIn(id, wanted, wanted.at().orElse(clock.now()), member.enrolments());
        return known(id);
    }

    private void enrolIn(MemberId id, NewEnrolment wanted, Instant at, List<Enrolment> standing) {
        Instant now = clock.now();
        FieldErrors errors = new FieldErrors();
        Futures.refuse("at", Optional.of(at), now, errors);
        errors.refuseIfAny();
        published.refuseOthers(wanted.program());
        Enrolment enrolment =
                new Enrolment(wanted.program(), wanted.channel(), at, Optional.empty(), wanted.termsVersion());
        boolean enrolled = standing.stream()
                .anyMatch(other -> other.program().equals(wanted.program())
                        && other.leftAt().isEmpty());
        if (!enrolled) {
            members.addEnrolment(id, enrolment, now);
            identities.flush();
            audit.record(
                    "member.enrolled",
                    "member",
                    id.toString(),
                    null,
                    Map.of("program", wanted.program().value()));
            outbox.publish(
                    "member.enrolled",
                    Optional.of(id),
                    published.enrolments(List.of(wanted.program()), now).apply(wanted.program()));
        }
        if (wanted.termsVersion().isPresent()) {
            members.addTermsAcceptance(id, enrolment, at, now);
        }
    }

    /** Ends an enrolment. Refuses {@code MEMBER_UNKNOWN} and {@code NOT_ENROLLED} (404), {@code MEMBER_MERGED} (422). */
    public void leave(MemberId id, ProgramCode program) {
        own(id);
        ledger.lockMember(id);
        if (!members.endEnrolment(id, program, clock.now())) {
            throw new Refusal(MemberRefusal.NOT_ENROLLED);
        }
        audit.record("member.left", "member", id.toString(), null, Map.of("program", program.value()));
        outbox.publish("member.updated", Optional.of(id), Map.of("left", program.value()));
    }

    /** Takes the member out of everything until it is lifted. Refuses {@code MEMBER_UNKNOWN} (404) and {@code MEMBER_MERGED} (422). */
    public Member block(MemberId id, String reason) {
        return statusChanged(id, MemberStatus.BLOCKED, "member.blocked", reason);
    }

    /** Lifts a block. Refuses {@code MEMBER_UNKNOWN} (404) and {@code MEMBER_MERGED} (422). */
    public Member unblock(MemberId id, String reason) {
        return statusChanged(id, MemberStatus.ACTIVE, "member.unblocked", reason);
    }

    private Member statusChanged(MemberId id, MemberStatus status, String action, String reason) {
        var before = Map.of("status", own(id).status());
        var after = Map.of("status", status, "reason", reason, "at", clock.now().toString());
        members.changeStatus(id, status);
        audit.record(action, "member", id.toString(), before, after);
        outbox.publish("member.updated", Optional.of(id), Map.of("status", status));
        return known(id);
    }

    private Member known(MemberId id) {
        return find(id).orElseThrow(() -> new Refusal(MemberRefusal.MEMBER_UNKNOWN));
    }

    /** One who wasn't merged into another: nothing can be changed of those any more. */
    private Member own(MemberId id) {
        Member member = known(id);
        refuseMerged(id, member.status());
        return member;
    }

    /** Refuses {@code MEMBER_MERGED} (422), with the survivor's id, of a member who was merged. */
    public void refuseMerged(MemberId id, MemberStatus status) {
        if (status == MemberStatus.MERGED) {
            String into = merges.survivor(id).map(MemberId::toString).orElse("");
            throw new Refusal(MemberRefusal.MEMBER_MERGED, Map.of("into", into)).about(id);
        }
    }

    /** The country whose phones may be written without their country code. */
    private String region() {
        return tenant.tenant().locale().getCountry();
    }
}
