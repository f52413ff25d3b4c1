package io.steadfast.members;

import io.steadfast.ledger.LedgerService;
import io.steadfast.ledger.PointsUsable;
import io.steadfast.ledger.core.Cause;
import io.steadfast.ledger.core.WalletBalance;
import io.steadfast.members.core.Consent;
import io.steadfast.members.core.Enrolment;
import io.steadfast.members.core.Member;
import io.steadfast.members.core.MemberRefusal;
import io.steadfast.members.core.MemberStatus;
import io.steadfast.members.core.Merge;
import io.steadfast.members.core.MergePreview;
import io.steadfast.members.core.MergeRefusal;
import io.steadfast.members.core.Person;
import io.steadfast.members.store.MemberRepository;
import io.steadfast.members.store.MergeRows;
import io.steadfast.platform.audit.AuditTrail;
import io.steadfast.platform.outbox.Outbox;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.shared.MemberId;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes two members one (domain 68): the source's books, metrics, vouchers and identities go to the survivor, what happened to the
 * source stays under its own id and is found from there.
 */
@Stateless
public class MergeService {

    private static final int MOST_SOURCES = 100;

    @Inject
    private MemberService members;

    @Inject
    private MemberRepository repository;

    @Inject
    private MergeRows rows;

    @Inject
    private MergeSight sight;

    @Inject
    private IdentityDesk identities;

    @Inject
    private LedgerService ledger;

    @Inject
    private PointsUsable usable;

    @Inject
    @Any
    private Instance<MergePart> parts;

    @Inject
    private TenantClock clock;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private AuditTrail audit;

    @Inject
    private Outbox outbox;

    /**
     * What merging would do now; writes nothing.
     *
     * <p>Refuses {@code MEMBER_UNKNOWN} (404) and {@code MERGE_SOURCE_UNKNOWN} (422); whatever else stands in the way is in the answer.
     */
    public MergePreview preview(Merge merge) {
        return sight.of(merge, source(merge.source()), survivor(merge.survivor()));
    }

    /** Who was merged into a member, the first first; at most {@value #MOST_SOURCES}. */
    public List<MemberId> sources(MemberId survivor) {
        return rows.sources(survivor, MOST_SOURCES).stream()
                .map(MergeRows.Source::member)
                .toList();
    }

    /**
     * Merges two members, for good.
     *
     * <p>Refuses {@code MEMBER_UNKNOWN} (404); {@code MEMBER_MERGED} and {@code MEMBER_BLOCKED} of the survivor, and every
     * {@link MergeRefusal} (422). Merging the same two again is refused with {@code MERGE_SOURCE_MERGED}.
     *
     * @param reason a code, as in {@code DUPLICATE}
     * @return the survivor
     */
    public Member merge(Merge merge, String reason) {
        lock(merge);
        Member source = source(merge.source());
        Member survivor = survivor(merge.survivor());
        sight.of(merge, source, survivor).refusals().stream().findFirst().ifPresent(refused -> {
            if (refused == MemberRefusal.MEMBER_MERGED) {
                members.refuseMerged(survivor.id(), survivor.status());
            }
            throw new Refusal(refused).about(survivor.id());
        });
        Actor actor = currentActor.actor();
        Instant now = clock.now();
        rows.add(source.id(), survivor.id(), new MergeRows.By(actor.kind().name(), actor.id(), reason), now);
        enrol(source, survivor, now);
        ledger.merge(
                source.id(), survivor.id(), new Cause.Authority(actor.kind().name(), actor.id(), reason));
        parts.forEach(part -> part.carry(merge));
        bring(source, survivor, now);
        repository.changeStatus(source.id(), MemberStatus.MERGED);
        tell(source, survivor, reason);
        List<WalletBalance> together = ledger.lockMember(survivor.id()).balances();
        usable.tell(survivor.id(), together.stream().map(WalletBalance::wallet).collect(Collectors.toSet()));
        return survivor(survivor.id());
    }

    /** In the order of their ids, as everywhere: two merges that cross wait for each other, and the second is refused. */
    private void lock(Merge merge) {
        Set<MemberId> locked = ledger.lockMembers(List.of(merge.source(), merge.survivor()));
        if (!locked.contains(merge.survivor())) {
            throw new Refusal(MemberRefusal.MEMBER_UNKNOWN);
        }
        if (!locked.contains(merge.source())) {
            throw new Refusal(MergeRefusal.MERGE_SOURCE_UNKNOWN);
        }
    }

    private Member source(MemberId id) {
        return members.find(id).orElseThrow(() -> new Refusal(MergeRefusal.MERGE_SOURCE_UNKNOWN));
    }

    private Member survivor(MemberId id) {
        return members.find(id).orElseThrow(() -> new Refusal(MemberRefusal.MEMBER_UNKNOWN));
    }

    /** The survivor is in every program of the source's, since the earlier of both; the source is in none any more. */
    private void enrol(Member source, Member survivor, Instant now) {
        for (Enrolment enrolment : source.enrolments()) {
            if (enrolment.leftAt().isPresent()) {
                continue;
            }
            boolean both = survivor.enrolments().stream()
                    .anyMatch(own -> own.program().equals(enrolment.program())
                            && own.leftAt().isEmpty());
            if (both) {
                rows.bringEarlier(
                        source.id(), survivor.id(), enrolment.program().value(), now);
            } else {
                repository.addEnrolment(survivor.id(), enrolment, now);
                enrolment
                        .termsVersion()
                        .ifPresent(terms -> repository.addTermsAcceptance(survivor.id(), enrolment, now, now));
            }
            Instant left = now.isBefore(enrolment.enrolledAt()) ? enrolment.enrolledAt() : now;
            repository.endEnrolment(source.id(), enrolment.program(), left);
        }
        identities.flush();
    }

    private void bring(Member source, Member survivor, Instant now) {
        consents(source, survivor).forEach(consent -> repository.addConsent(survivor.id(), consent, now));
        Person person = filled(survivor.person(), source.person());
        repository.change(survivor.id(), person, now);
        identities.flush();
        rows.bringNotes(source.id(), survivor.id());
        rows.bringIdentities(source.id(), survivor.id(), survivor.identities().keySet(), now);
        identities.write(survivor.id(), survivor(survivor.id()).identities(), person);
    }

    /** A yes of the source's counts where the survivor said nothing; a no counts where it is the later word: nobody agrees by a merge. */
    private static List<Consent> consents(Member source, Member survivor) {
        return source.consents().stream()
                .filter(said -> {
                    Optional<Consent> own = survivor.consents().stream()
                            .filter(each -> each.purpose().equals(said.purpose())
                                    && each.channel().equals(said.channel()))
                            .findFirst();
                    return own.isEmpty()
                            || said.answer() == Consent.Answer.WITHDRAWN
                                    && said.at().isAfter(own.get().at());
                })
                .toList();
    }

    private static Person filled(Person own, Person other) {
        Map<String, List<String>> attributes = new HashMap<>(other.attributes());
        attributes.putAll(own.attributes());
        return new Person(
                own.kind(),
                own.employment(),
                own.name().or(other::name),
                own.birthday().or(other::birthday),
                own.locale().or(other::locale),
                own.homeStore().or(other::homeStore),
                attributes);
    }

    private void tell(Member source, Member survivor, String reason) {
        Map<String, String> what = Map.of(
                "from",
                source.id().toString(),
                "into",
                survivor.id().toString(),
                "reason",
                reason,
                "at",
                clock.now().toString());
        audit.record("member.merged", "member", survivor.id().toString(), null, what);
        audit.record("member.merged", "member", source.id().toString(), null, what);
        outbox.publish(
                "member.merged",
                Optional.of(survivor.id()),
                Map.of("from", source.id().toString()));
    }
}
