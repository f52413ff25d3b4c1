package io.steadfast.members;

import io.steadfast.members.core.Enrolment;
import io.steadfast.members.core.IdentityKind;
import io.steadfast.members.core.NewEnrolment;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Tells who came with somebody's code. */
@ApplicationScoped
class FriendTold {

    @Inject
    private Event<FriendJoins> joins;

    /** @param otherwise when they join, where an enrolment doesn't say */
    void tell(Joining joining, List<NewEnrolment> wanted, Instant otherwise) {
        for (NewEnrolment one : wanted) {
            one.referralCode()
                    .ifPresent(code -> joins.fire(new FriendJoins(
                            joining.member(),
                            one.program(),
                            code,
                            joining.identities(),
                            joining.earlier(),
                            one.at().orElse(otherwise))));
        }
    }

    /** Who joins. */
    record Joining(MemberId member, Map<IdentityKind, String> identities, List<Enrolment> earlier) {}
}
