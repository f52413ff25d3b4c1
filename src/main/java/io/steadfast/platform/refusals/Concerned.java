package io.steadfast.platform.refusals;

import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/**
 * The member whose command this request carries out: the first one whose books it took. A refusal that names nobody is about
 * them.
 */
@RequestScoped
public class Concerned {

    private Optional<MemberId> member = Optional.empty();

    public void is(MemberId whose) {
        if (member.isEmpty()) {
            member = Optional.of(whose);
        }
    }

    public Optional<MemberId> member() {
        return member;
    }
}
