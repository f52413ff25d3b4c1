package io.steadfast.stamps;

import io.steadfast.members.MergePart;
import io.steadfast.members.core.Merge;
import io.steadfast.members.core.MergeLine;
import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.ProgramService;
import io.steadfast.shared.MemberId;
import io.steadfast.stamps.core.CardKey;
import io.steadfast.stamps.core.Stamp;
import io.steadfast.stamps.store.StampRepository;
import io.steadfast.stamps.store.StampRepository.Occasion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Stamps of two members who become one are on one card, each with its order; a card that this fills gives what a full card gives. */
@ApplicationScoped
public class MergedStamps implements MergePart {

    @Inject
    private StampRepository stamps;

    @Inject
    private CardDesk desk;

    @Inject
    private ProgramService programs;

    @Inject
    private TenantClock clock;

    @Override
    public List<MergeLine> look(Merge merge) {
        return List.of(MergeLine.of(
                MergeLine.What.STAMPS, stamps.ofMember(merge.source()).size()));
    }

    @Override
    public void carry(Merge merge) {
        Set<CardKey> touched = new LinkedHashSet<>();
        UUID occasion = Ids.next();
        for (Stamp stamp : stamps.ofMember(merge.source())) {
            Occasion from = new Occasion(stamp.order(), occasion, clock.now());
            Stamp moved = new Stamp(of(merge.survivor(), stamp.card()), stamp.order(), stamp.day());
            stamps.takeBack(stamp, from);
            stamps.add(moved, from);
            touched.add(moved.card());
        }
        Occasion filled = new Occasion(occasion, occasion, clock.now());
        touched.forEach(key -> settle(key, filled));
    }

    private static CardKey of(MemberId member, CardKey card) {
        return new CardKey(member, card.program(), card.card());
    }

    private void settle(CardKey key, Occasion filled) {
        programs.inForce(key.program(), filled.now())
                .ifPresent(version -> version.document().stampCards().stream()
                        .filter(card -> card.code().equals(key.card()))
                        .forEach(card -> desk.settle(key, card, version, filled)));
    }
}
