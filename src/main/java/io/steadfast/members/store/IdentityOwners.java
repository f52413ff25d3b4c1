package io.steadfast.members.store;

import io.steadfast.members.core.IdentityKind;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Whose many identities are, in one round trip. */
@ApplicationScoped
public class IdentityOwners {

    private static final String OWNERS = """
            SELECT value, member_id FROM member_identity WHERE kind = ? AND value = ANY (?) AND ended_at IS NULL
            """;

    @Inject
    private TenantStore store;

    /** By identity in its kept form; one that nobody has isn't there. */
    public Map<String, MemberId> of(IdentityKind kind, Collection<String> values) {
        Map<String, MemberId> owners = new HashMap<>();
        if (!values.isEmpty()) {
            store.em().flush();
            store.sql(OWNERS)
                    .text(kind.name())
                    .texts(values)
                    .all(row -> owners.put(row.text("value"), new MemberId(row.id("member_id"))));
        }
        return owners;
    }
}
