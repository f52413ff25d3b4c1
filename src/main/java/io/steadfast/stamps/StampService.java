package io.steadfast.stamps;

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
import io.steadfast.stamps.store.StampRepository;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The door of stamp cards. Stamps are given by orders alone. */
@Stateless
public class StampService {

    @Inject
    private StampRepository stamps;

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
}
