package io.steadfast.stamps;

import io.steadfast.ledger.LedgerService;
import io.steadfast.members.MemberService;
import io.steadfast.members.core.Enrolment;
import io.steadfast.members.core.MemberProfile;
import io.steadfast.members.core.MemberRefusal;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.LocalText;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.Reward;
import io.steadfast.programs.core.StampCard;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.stamps.core.CardCount;
import io.steadfast.stamps.core.CardKey;
import io.steadfast.stamps.core.Stamp;
import io.steadfast.stamps.core.StampRefusal;
import io.steadfast.stamps.store.StampRepository;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** The door of stamp cards. Orders give stamps by themselves; staff give one by hand. */
@Stateless
public class StampService {

    @Inject
    private StampRepository stamps;

    @Inject
    private CardDesk desk;

    @Inject
    private LedgerService ledger;

    @Inject
    private MemberService members;

    @Inject
    private ProgramService programs;

    @Inject
    private TenantClock clock;

    /** A member's cards in the programs they are in. Refuses {@code MEMBER_UNKNOWN} (404). */
    public List<CardView> cards(MemberId member) {
        Instant now = clock.now();
        MemberProfile profile = members.profile(member).orElseThrow(() -> new Refusal(MemberRefusal.MEMBER_UNKNOWN));
        Set<ProgramCode> codes = new TreeSet<>();
        profile.enrolments().stream()
                .filter(enrolment -> enrolment.covers(now))
                .map(Enrolment::program)
                .forEach(codes::add);
        List<CardView> views = new ArrayList<>();
        for (ProgramVersion version : programs.inForce(codes, now)) {
            for (StampCard card : version.document().stampCards()) {
                CardKey key = new CardKey(member, version.code(), card.code());
                LocalText gives = version.document()
                        .reward(card.reward())
                        .map(Reward::name)
                        .orElseGet(card::name);
                views.add(new CardView(version.code(), card, gives, CardCount.of(card, stamps.on(key))));
            }
        }
        return views;
    }

    /**
     * Gives a stamp by hand, as when the card was forgotten.
     *
     * @param occasion names the stamp, so that it can be taken back; the same again gives none
     * @throws Refusal MEMBER_UNKNOWN; CARD_UNKNOWN where none of the member's programs has it; CARD_FULL of one that ends
     */
    public CardView stamp(MemberId member, String card, UUID occasion) {
        ledger.lockMember(member);
        CardView view = card(member, card);
        if (!stamps.ofOrder(occasion).isEmpty()) {
            return view;
        }
        if (view.card().full() == StampCard.Full.ENDS && view.count().full() > 0) {
            throw new Refusal(StampRefusal.CARD_FULL);
        }
        ProgramVersion version = version(view);
        CardKey key = new CardKey(member, view.program(), card);
        LocalDate day = clock.now().atZone(version.document().basics().zone()).toLocalDate();
        stamps.add(new Stamp(key, occasion, day), occasion(occasion));
        desk.settle(key, view.card(), version, occasion(occasion));
        return card(member, card);
    }

    /** Takes a stamp given by hand back, and what it brought as far as that wasn't used. Once is as good as twice. */
    public void takeBack(MemberId member, UUID occasion) {
        ledger.lockMember(member);
        for (Stamp stamp : stamps.ofOrder(occasion)) {
            stamps.takeBack(stamp, occasion(occasion));
            CardView view = card(member, stamp.card().card());
            desk.settle(stamp.card(), view.card(), version(view), occasion(occasion));
        }
    }

    private StampRepository.Occasion occasion(UUID occasion) {
        return new StampRepository.Occasion(occasion, occasion, clock.now());
    }

    private CardView card(MemberId member, String card) {
        return cards(member).stream()
                .filter(view -> view.card().code().equals(card))
                .findFirst()
                .orElseThrow(() -> new Refusal(StampRefusal.CARD_UNKNOWN));
    }

    private ProgramVersion version(CardView view) {
        return programs.inForce(view.program(), clock.now()).orElseThrow();
    }
}
