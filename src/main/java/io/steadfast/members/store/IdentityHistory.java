package io.steadfast.members.store;

import io.steadfast.members.core.IdentityKind;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Identities, the ended ones too. */
@ApplicationScoped
public class IdentityHistory {

    private static final String ALL = "SELECT kind, value FROM member_identity WHERE member_id = ?";

    @Inject
    private TenantStore store;

    private record Identity(IdentityKind kind, String value) {}

    /** Every one the member has or had. */
    public Map<IdentityKind, Set<String>> of(MemberId member) {
        Map<IdentityKind, Set<String>> all = new EnumMap<>(IdentityKind.class);
        store.em().flush();
        store.sql(ALL)
                .id(member.value())
                .all(row -> new Identity(IdentityKind.valueOf(row.text("kind")), row.text("value")))
                .forEach(each -> all.computeIfAbsent(each.kind(), kind -> new HashSet<>())
                        .add(each.value()));
        return all;
    }
}
