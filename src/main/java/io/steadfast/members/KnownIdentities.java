package io.steadfast.members;

import io.steadfast.members.core.IdentityKind;
import io.steadfast.members.store.IdentityHistory;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;

/** What members were ever recognised by. */
@ApplicationScoped
public class KnownIdentities {

    @Inject
    private IdentityHistory history;

    /** Every identity the member has or had, in its kept form. */
    public Map<IdentityKind, Set<String>> ever(MemberId member) {
        return history.of(member);
    }
}
