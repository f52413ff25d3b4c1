package io.steadfast.tills;

import io.steadfast.ledger.GoodwillAllowance;
import io.steadfast.members.core.IdentityKind;
import io.steadfast.members.core.Member;
import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.security.Permission;
import io.steadfast.platform.time.RealClock;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.shared.MemberId;
import io.steadfast.stamps.StampService;
import io.steadfast.tills.core.CounterWork;
import io.steadfast.tills.core.Place;
import io.steadfast.tills.core.SaleSheet;
import io.steadfast.tills.core.TillRefusal;
import io.steadfast.tills.core.WorkKind;
import io.steadfast.tills.store.WorkRows;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The door of the counter. Each method is one piece of work for one member in one transaction, noted in the list of work. All
 * refuse NOT_PERMITTED, NOT_YOUR_STORE, MEMBER_UNKNOWN, MEMBER_BLOCKED and OWN_CARD.
 */
@Stateless
public class CounterService {

    /** Which wording of the marketing consent is shown; a language's tag follows. */
    public static final String CONSENT_TEXT = "counter-1";

    private static final int MOST_WORK = 500;

    @Inject
    private Serving serving;

    @Inject
    private SaleDesk sales;

    @Inject
    private EnrolmentDesk enrolments;

    @Inject
    private GoodwillDesk goodwill;

    @Inject
    private StampService stamps;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private WorkRows rows;

    @Inject
    private RealClock clock;

    /**
     * Somebody who wants to be a member.
     *
     * @param locale the language they were told the terms in
     * @param consents channels on which they may be told of offers
     * @param friendsCode the code of the member who brought them
     */
    public record Newcomer(
            Optional<String> name,
            Map<IdentityKind, String> identities,
            String locale,
            Set<String> consents,
            Terms terms,
            Optional<String> friendsCode) {

        /** Whether the terms were shown and accepted. */
        public enum Terms {
            ACCEPTED,
            NOT_ASKED
        }

        public Newcomer {
            identities = Map.copyOf(identities);
            consents = Set.copyOf(consents);
        }
    }

    /** A second person's word, as typed on the same screen: number and PIN, or e-mail and password. */
    public record Approval(String who, String secret) {

        /** Without the secret. */
        @Override
        public String toString() {
            return "Approval[" + who + "]";
        }
    }

    /**
     * Points as a gift.
     *
     * @param reason a code, as in {@code DELAY}
     */
    public record Gift(MemberId member, long points, String reason, String note) {}

    /** The programs in which {@link #enrol} enrols, with their terms. */
    public List<ProgramVersion> openPrograms() {
        return enrolments.open();
    }

    /** Whether staff record sales here; otherwise the tills report them. */
    public boolean isSellingHere(Place place) {
        return sales.isByStaff(place);
    }

    /**
     * Makes a member and enrols them in every program in force. Refuses NOTHING_TO_KNOW_BY, TERMS_NOT_ACCEPTED, and as
     * {@code MemberService.create} does; OWN_CARD for who has the e-mail of whoever enrols them.
     */
    public CounterWork enrol(Newcomer newcomer, Place place) {
        serving.mustServe(place);
        currentActor.actor().must(Permission.MEMBERS_EDIT);
        Member member = enrolments.enrol(newcomer, place);
        serving.refuseOwn(member.id());
        return serving.note(EnrolmentDesk.note(member), place);
    }

    /**
     * Records a sale under the till's own source, so that the till's report of the receipt is the same order. Refuses
     * SALES_BY_TILLS, RECEIPT_NOT_VALID, AMOUNT_NOT_VALID, SALE_ABOVE_LIMIT, SALE_NOT_ALIKE, SALE_KNOWN, SALE_OF_ANOTHER, and as
     * orders do.
     */
    public CounterWork sell(MemberId member, SaleSheet.Slip slip) {
        serving.begin(member, slip.place());
        return serving.note(sales.sell(member, slip), slip.place());
    }

    /**
     * Takes goods of a sale back.
     *
     * @param amount in minor units; empty means the whole sale. Refuses SALE_UNKNOWN, SALE_OF_ANOTHER, ALL_CAME_BACK,
     *     MORE_THAN_SOLD, AMOUNT_NOT_VALID
     */
    public CounterWork takeBack(MemberId member, String receipt, Optional<Long> amount, Place place) {
        serving.begin(member, place);
        CounterWork.Receipt about = new CounterWork.Receipt(place.source(), receipt);
        return serving.note(sales.takeBack(member, about, amount), place);
    }

    /** Gives a stamp. Refuses as {@link StampService#stamp} does. */
    public CounterWork stamp(MemberId member, String card, Place place) {
        serving.begin(member, place);
        UUID occasion = Ids.next();
        stamps.stamp(member, card, occasion);
        Serving.Note note = new Serving.Note(
                WorkKind.STAMP,
                member,
                Optional.of(new CounterWork.Receipt(place.source(), card)),
                Optional.of(occasion.toString()),
                CounterWork.Figures.NONE);
        return serving.note(note, place);
    }

    /** What the person in hand may still give as goodwill, at once and today; empty means as much as they like. */
    public Optional<GoodwillAllowance.Left> goodwillLeft() {
        return goodwill.left();
    }

    /**
     * Gives points as goodwill. Refuses GOODWILL_REASON_NEEDED, AMOUNT_NOT_VALID, ABOVE_LIMIT and ABOVE_DAY_LIMIT where nobody
     * approves, APPROVAL_WRONG, APPROVER_LIMIT.
     */
    public CounterWork goodwill(Gift gift, Optional<Approval> approval, Place place) {
        serving.begin(gift.member(), place);
        Optional<CounterWork.Staff> approvedBy = goodwill.give(gift, approval, place);
        approvedBy.ifPresent(word -> serving.refuseWord(word, gift.member()));
        Serving.Note note = new Serving.Note(
                WorkKind.GOODWILL,
                gift.member(),
                Optional.empty(),
                Optional.of(gift.reason()),
                CounterWork.Figures.points(gift.points()));
        return serving.approved(note, place, approvedBy);
    }

    /** Whether a piece of work can be taken back by the person in hand now. */
    public boolean isUndoable(CounterWork work) {
        boolean mine =
                work.place().store().map(currentActor.actor()::servesStore).orElse(true);
        return mine && work.isFresh(clock.now()) && !rows.isUndone(work.id());
    }

    /**
     * Takes a piece of work back. Refuses WORK_UNKNOWN, NOT_YOUR_STORE, UNDONE_ALREADY, UNDO_TOO_LATE, SALE_CONFIRMED,
     * ENROLMENT_IN_USE, and what the books refuse where the points are gone.
     */
    public CounterWork undo(UUID id, Place place) {
        CounterWork work = find(id).orElseThrow(() -> new Refusal(TillRefusal.WORK_UNKNOWN));
        serving.begin(work.member(), place);
        Instant now = clock.now();
        if (rows.isUndone(id)) {
            throw new Refusal(TillRefusal.UNDONE_ALREADY);
        }
        if (!work.isFresh(now)) {
            throw new Refusal(TillRefusal.UNDO_TOO_LATE);
        }
        switch (work.kind()) {
            case ENROLMENT -> enrolments.undo(work);
            case SALE -> sales.undoSale(work);
            case CLAIM -> sales.undoClaim(work);
            case RETURN -> sales.undoReturn(work);
            case STAMP ->
                stamps.takeBack(work.member(), UUID.fromString(work.detail().orElseThrow()));
            case GOODWILL -> goodwill.takeBack(work);
            case UNDO -> throw new Refusal(TillRefusal.UNDO_TOO_LATE);
        }
        return serving.undone(work, place);
    }

    /** A piece of work; empty for one of a store that the person isn't there for. */
    public Optional<CounterWork> find(UUID id) {
        Actor actor = currentActor.actor();
        return rows.find(id)
                .filter(work -> work.place()
                        .store()
                        .map(actor::servesStore)
                        .orElse(actor.stores().isEmpty()));
    }

    /** Work between two instants at the stores the person is there for, the latest first; at most {@value #MOST_WORK}. */
    public List<CounterWork> work(Instant from, Instant until) {
        Actor actor = currentActor.actor();
        actor.must(Permission.STORE_SERVE);
        return rows.between(actor.stores(), from, until, MOST_WORK);
    }
}
