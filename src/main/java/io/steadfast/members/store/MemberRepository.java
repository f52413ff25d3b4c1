package io.steadfast.members.store;

import io.steadfast.members.core.Consent;
import io.steadfast.members.core.Enrolment;
import io.steadfast.members.core.IdentityKind;
import io.steadfast.members.core.Member;
import io.steadfast.members.core.MemberStatus;
import io.steadfast.members.core.Person;
import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Members as rows, and rows as members. */
@ApplicationScoped
public class MemberRepository {

    private static final String UNIQUE_VIOLATION = "23505";

    private static final String EVIDENCE =
            "INSERT INTO consent_evidence (consent_id, member_id, evidence) VALUES (?, ?, ?)";

    @Inject
    private TenantStore store;

    @Inject
    private AttributesText attributes;

    @Inject
    private MemberReader reader;

    /** A new member's own row and identities. */
    public void add(MemberId id, Person person, Map<IdentityKind, String> identities, Instant joinedAt, Instant at) {
        MemberEntity row = new MemberEntity();
        row.id = id.value();
        row.status = MemberStatus.ACTIVE.name();
        row.joinedAt = utc(joinedAt);
        row.recordedAt = utc(at);
        row.describe(person, attributes.written(person.attributes()));
        store.em().persist(row);
        identities.forEach((kind, value) -> addIdentity(id, kind, value, at));
    }

    public void addIdentity(MemberId member, IdentityKind kind, String value, Instant at) {
        MemberIdentityEntity row = new MemberIdentityEntity();
        row.id = Ids.next();
        row.memberId = member.value();
        row.kind = kind.name();
        row.value = value;
        row.addedAt = utc(at);
        store.em().persist(row);
    }

    public void endIdentity(MemberId member, IdentityKind kind, Instant at) {
        store
                .em()
                .createNamedQuery("MemberIdentity.ofMember", MemberIdentityEntity.class)
                .setParameter("member", member.value())
                .getResultList()
                .stream()
                .filter(row -> row.kind.equals(kind.name()))
                .forEach(row -> row.end(utc(at)));
        store.em().flush();
    }

    /** Puts the person's fields in place of what stood, and raises the version. */
    public void change(MemberId member, Person person, Instant now) {
        MemberEntity row = row(member);
        row.birthdayBecomes(person.birthday().orElse(null), now.atOffset(ZoneOffset.UTC));
        store.em().lock(row, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        row.describe(person, attributes.written(person.attributes()));
    }

    public void changeStatus(MemberId member, MemberStatus status) {
        row(member).become(status);
    }

    private MemberEntity row(MemberId member) {
        return Optional.ofNullable(store.em().find(MemberEntity.class, member.value()))
                .orElseThrow(() -> new IllegalStateException("No such member " + member));
    }

    public void addEnrolment(MemberId member, Enrolment enrolment, Instant at) {
        EnrolmentEntity row = new EnrolmentEntity();
        row.id = Ids.next();
        row.memberId = member.value();
        row.program = enrolment.program().value();
        row.channel = enrolment.channel();
        row.enrolledAt = utc(enrolment.enrolledAt());
        row.recordedAt = utc(at);
        store.em().persist(row);
    }

    public void addTermsAcceptance(MemberId member, Enrolment accepted, Instant acceptedAt, Instant at) {
        TermsAcceptanceEntity row = new TermsAcceptanceEntity();
        row.id = Ids.next();
        row.memberId = member.value();
        row.program = accepted.program().value();
        row.termsVersion = accepted.termsVersion().orElseThrow();
        row.channel = accepted.channel();
        row.acceptedAt = utc(acceptedAt);
        row.recordedAt = utc(at);
        store.em().persist(row);
    }

    /** Ends the enrolment that lasts; false when there is none. */
    public boolean endEnrolment(MemberId member, ProgramCode program, Instant at) {
        Optional<EnrolmentEntity> standing =
                rows("Enrolment.ofMembers", EnrolmentEntity.class, List.of(member)).stream()
                        .filter(row -> row.program.equals(program.value()) && row.leftAt == null)
                        .findFirst();
        standing.ifPresent(row -> row.end(utc(at)));
        return standing.isPresent();
    }

    public void addConsent(MemberId member, Consent consent, Instant at) {
        ConsentEntity row = new ConsentEntity();
        row.id = Ids.next();
        row.memberId = member.value();
        row.purpose = consent.purpose();
        row.channel = consent.channel();
        row.granted = consent.answer() == Consent.Answer.GRANTED;
        row.givenAt = utc(consent.at());
        row.source = consent.source();
        row.textVersion = consent.textVersion();
        row.recordedAt = utc(at);
        store.em().persist(row);
        consent.evidence().ifPresent(words -> {
            store.sql(EVIDENCE).id(row.id).id(row.memberId).text(words).run();
        });
    }

    /** Whose this identity is now. */
    public Optional<MemberId> owner(IdentityKind kind, String value) {
        return store.em()
                .createNamedQuery("MemberIdentity.owner", MemberIdentityEntity.class)
                .setParameter("kind", kind.name())
                .setParameter("value", value)
                .getResultStream()
                .map(row -> new MemberId(row.memberId))
                .findFirst();
    }

    public Optional<Member> find(MemberId member) {
        return all(List.of(member)).stream().findFirst();
    }

    /** The members of these ids in their order; those that don't exist are left out. */
    public List<Member> all(Collection<MemberId> members) {
        return reader.all(members);
    }

    /** Who has this identity now. */
    public Optional<Member> ofOwner(IdentityKind kind, String value) {
        return reader.owner(kind, value);
    }

    private <T> List<T> rows(String query, Class<T> type, Collection<MemberId> members) {
        EntityManager em = store.em();
        return em.createNamedQuery(query, type)
                .setParameter("members", members.stream().map(MemberId::value).toList())
                .getResultList();
    }

    /** Writes what is held back; false when an identity went to another member meanwhile. */
    public boolean written() {
        try {
            store.em().flush();
            return true;
        } catch (PersistenceException failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
                    return false;
                }
            }
            throw failure;
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
