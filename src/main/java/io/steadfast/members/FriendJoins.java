package io.steadfast.members;

import io.steadfast.members.core.Enrolment;
import io.steadfast.members.core.IdentityKind;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Somebody joins a program with the code of a member who brought them. Told in the enrolment's own transaction, before
 * anything of it is written: whoever observes it may refuse.
 *
 * @param identities of whoever joins, in their kept form
 * @param earlier the programs they are or were in
 */
public record FriendJoins(
        MemberId friend,
        ProgramCode program,
        String code,
        Map<IdentityKind, String> identities,
        List<Enrolment> earlier,
        Instant at) {

    public FriendJoins {
        identities = Map.copyOf(identities);
        earlier = List.copyOf(earlier);
    }
}
