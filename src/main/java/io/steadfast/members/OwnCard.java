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
        boolean own = currentActor
                .known()
                .filter(actor -> actor.kind() == Actor.Kind.PERSON)
                .filter(actor -> rows.isOwn(UUID.fromString(actor.id()), member))
                .isPresent();
        if (own) {
            throw new Refusal(MemberRefusal.OWN_CARD).about(member);
        }
    }
}
