package io.steadfast.members;

import io.steadfast.members.core.MemberRefusal;
import io.steadfast.members.store.OwnCardRows;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Nobody serves themselves, nor whoever shares a phone, an e-mail or a card with them. Systems and jobs serve everybody. */
@ApplicationScoped
public class OwnCard {

    @Inject
    private OwnCardRows rows;

    @Inject
    private CurrentActor currentActor;

    /** Refuses OWN_CARD. Costs one round trip where a person acts. */
    public void refuse(MemberId member) {
        currentActor
                .known()
                .filter(actor -> actor.kind() == Actor.Kind.PERSON)
                .ifPresent(actor -> refuse(UUID.fromString(actor.id()), member));
    }

    /** Refuses OWN_CARD for what a job does because a person asked for it. */
    public void refuse(UUID person, MemberId member) {
        if (rows.isOwn(person, member)) {
            throw new Refusal(MemberRefusal.OWN_CARD).about(member);
        }
    }
}
