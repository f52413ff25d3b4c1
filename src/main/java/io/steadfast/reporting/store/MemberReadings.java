package io.steadfast.reporting.store;

import io.steadfast.platform.persistence.BoundStatement;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that is known of one member, table by table, without what only machines need. */
@Dependent
public class MemberReadings {

    private static final int MOST = 10_000;

    @Inject
    TenantStore store;

    /** Rows as JSON objects, by section; at most ten thousand of each. */
    public Map<String, List<String>> all(MemberId member) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (MemberSection section : MemberSection.values()) {
            all.put(section.title(), rows(section, member));
        }
        return all;
    }

    private List<String> rows(MemberSection section, MemberId member) {
        BoundStatement statement = store.sql(section.sql());
        for (int at = 0; at < section.members(); at++) {
            statement.id(member.value());
        }
        return statement.number(MOST).all(row -> row.text("row"));
    }
}
