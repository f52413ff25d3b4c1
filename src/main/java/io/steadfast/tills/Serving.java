package io.steadfast.tills;

import io.steadfast.ledger.LedgerService;
import io.steadfast.members.MemberService;
import io.steadfast.members.OwnCard;
import io.steadfast.members.core.Member;
import io.steadfast.members.core.MemberRefusal;
import io.steadfast.members.core.MemberStatus;
import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.security.Permission;
import io.steadfast.platform.time.RealClock;
import io.steadfast.shared.MemberId;
import io.steadfast.tills.core.CounterWork;
import io.steadfast.tills.core.Place;
import io.steadfast.tills.core.TillRefusal;
import io.steadfast.tills.core.WorkKind;
import io.steadfast.tills.store.WorkRows;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Whether somebody may serve somebody somewhere, and the note of what was done. */
@Dependent
class Serving {

    @Inject
    MemberService members;

    @Inject
    LedgerService ledger;

    @Inject
    OwnCard ownCard;

    @Inject
    WorkRows rows;

    @Inject
    CurrentActor currentActor;

    @Inject
    RealClock clock;

    /** What is to be noted beside who, where and when. */
    record Note(
            WorkKind kind,
            MemberId member,
            Optional<CounterWork.Receipt> about,
            Optional<String> detail,
            CounterWork.Figures figures) {}

    /** Locks the member. Refuses NOT_PERMITTED, NOT_YOUR_STORE, MEMBER_UNKNOWN, MEMBER_BLOCKED, MEMBER_MERGED and OWN_CARD. */
    Member begin(MemberId id, Place place) {
        mustServe(place);
        ledger.lockMember(id);
        Member member = members.find(id).orElseThrow(() -> new Refusal(MemberRefusal.MEMBER_UNKNOWN));
        members.refuseMerged(id, member.status());
        if (member.status() != MemberStatus.ACTIVE) {
            throw new Refusal(MemberRefusal.MEMBER_BLOCKED).about(id);
        }
        refuseOwn(id);
        return member;
    }

    /** Refuses OWN_CARD. */
    void refuseOwn(MemberId id) {
        ownCard.refuse(id);
    }

    /** Refuses OWN_CARD where whoever gives their word for it is the member. */
    void refuseWord(CounterWork.Staff word, MemberId id) {
        ownCard.refuse(UUID.fromString(word.id()), id);
    }

    /** Refuses NOT_PERMITTED and NOT_YOUR_STORE; somebody held to stores serves at one of them. */
    void mustServe(Place place) {
        Actor actor = currentActor.actor();
        actor.must(Permission.STORE_SERVE);
        boolean there = place.store()
                .map(actor::servesStore)
                .orElseGet(() -> actor.stores().isEmpty());
        if (!there) {
            throw new Refusal(TillRefusal.NOT_YOUR_STORE);
        }
    }

    CounterWork note(Note note, Place place) {
        return noted(note, place, Optional.empty(), Optional.empty());
    }

    CounterWork approved(Note note, Place place, Optional<CounterWork.Staff> approvedBy) {
        return noted(note, place, approvedBy, Optional.empty());
    }

    /** Notes that a piece of work was taken back, where the person is now. */
    CounterWork undone(CounterWork work, Place place) {
        CounterWork.Figures back = new CounterWork.Figures(
                -work.figures().points(),
                -work.figures().amount(),
                work.figures().currency());
        Note note = new Note(
                WorkKind.UNDO,
                work.member(),
                work.about(),
                Optional.of(work.kind().name()),
                back);
        return noted(note, place, Optional.empty(), Optional.of(work.id()));
    }

    private CounterWork noted(Note note, Place place, Optional<CounterWork.Staff> approvedBy, Optional<UUID> undoes) {
        Actor actor = currentActor.actor();
        CounterWork work = new CounterWork(
                Ids.next(),
                note.kind(),
                place,
                new CounterWork.Staff(actor.id(), actor.name()),
                note.member(),
                note.about(),
                note.detail(),
                note.figures(),
                approvedBy,
                undoes,
                clock.now());
        rows.add(work);
        return work;
    }
}
