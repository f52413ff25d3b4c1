package io.steadfast.members.store;

import io.steadfast.platform.persistence.Asked;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a member agrees to, in one round trip with other questions. */
@ApplicationScoped
public class ConsentReader {

    private static final String AGREED = """
            SELECT latest.purpose FROM (
              SELECT DISTINCT ON (purpose) purpose, granted FROM consent
               WHERE member_id = ? AND given_at <= ?
               ORDER BY purpose, given_at DESC, consent_id DESC) AS latest
             WHERE latest.granted
            """;

    @Inject
    private TenantStore store;

    /** Purposes whose latest answer by then, on whatever channel, is yes. */
    public Asked<Set<String>> ask(MemberId member, Instant at) {
        return store.ask(
                List.of(AGREED),
                (statement, first) -> {
                    statement.setObject(first, member.value());
                    statement.setObject(first + 1, at.atOffset(ZoneOffset.UTC));
                    return first + 2;
                },
                results -> {
                    Set<String> purposes = new HashSet<>();
                    ResultSet row = results.rows();
                    while (row.next()) {
                        purposes.add(row.getString("purpose"));
                    }
                    return purposes;
                });
    }
}
