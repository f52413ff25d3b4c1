package io.steadfast.members;

import io.steadfast.members.core.IdentityKind;
import io.steadfast.members.store.IdentityHistory;
import io.steadfast.members.store.IdentityOwners;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What members were ever recognised by. */
@ApplicationScoped
public class KnownIdentities {

    @Inject
    private IdentityHistory history;

    @Inject
    private IdentityOwners owners;

    @Inject
    private CurrentTenant tenant;

    /**
     * Whose these identities are, however they are written, in one round trip; as {@link MemberService#identified} for each.
     *
     * @return by the identity as it was given; one that nobody has isn't there
     */
    public Map<String, MemberId> owners(IdentityKind kind, Collection<String> entered) {
        String region = tenant.tenant().locale().getCountry();
        Map<String, String> normal = new HashMap<>();
        entered.forEach(
                value -> IdentityReader.normalised(kind, value, region).ifPresent(kept -> normal.put(value, kept)));
        Map<String, MemberId> byKept = owners.of(kind, new HashSet<>(normal.values()));
        Map<String, MemberId> found = new HashMap<>();
        normal.forEach(
                (value, kept) -> Optional.ofNullable(byKept.get(kept)).ifPresent(member -> found.put(value, member)));
        return found;
    }

    /** Every identity the member has or had, in its kept form. */
    public Map<IdentityKind, Set<String>> ever(MemberId member) {
        return history.of(member);
    }
}
