package io.steadfast.accrual.store;

import io.steadfast.accrual.core.CapKey;
import io.steadfast.platform.persistence.Asked;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How much of their caps members have used. */
@Dependent
public class CapRepository {

    // The primary key begins with (member, until), so that stretches of time long gone are never read.
    private static final String USED = """
            SELECT program, rule, wallet, unit, from_at, until_at, amount FROM cap_usage
             WHERE member_id = ? AND until_at > ? AND from_at <= ?
            """;

    @Inject
    TenantStore store;

    /** What a member used of every cap whose stretch of time holds the instant. */
    public Asked<Used> used(MemberId member, Instant at) {
        return store.ask(
                List.of(USED),
                (statement, first) -> new Bindings(statement, first)
                        .id(member.value())
                        .instant(at)
                        .instant(at)
                        .next(),
                results -> {
                    Map<String, Long> used = new HashMap<>();
                    ResultSet row = results.rows();
                    while (row.next()) {
                        used.put(name(row), row.getLong("amount"));
                    }
                    return new Used(used);
                });
    }

    /** Use of caps, by name. */
    public record Used(Map<String, Long> amounts) {

        public Used {
            amounts = Map.copyOf(amounts);
        }

        /** Of these caps; unused ones are left out. */
        public Map<CapKey, Long> of(Set<CapKey> keys) {
            Map<CapKey, Long> used = new HashMap<>();
            keys.forEach(key -> {
                Long amount = amounts.get(name(key));
                if (amount != null) {
                    used.put(key, amount);
                }
            });
            return used;
        }
    }

    private static String name(CapKey key) {
        return String.join(
                "/",
                key.program().value(),
                key.rule().map(rule -> rule.value()).orElse(""),
                key.wallet().value(),
                key.unit().name(),
                key.from().map(Instant::toString).orElse(""),
                key.until().map(Instant::toString).orElse(""));
    }

    private static String name(ResultSet row) throws SQLException {
        return String.join(
                "/",
                row.getString("program"),
                row.getString("rule"),
                row.getString("wallet"),
                row.getString("unit"),
                instant(row, "from_at"),
                instant(row, "until_at"));
    }

    private static String instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .filter(at -> !at.equals(OffsetDateTime.MAX) && !at.equals(OffsetDateTime.MIN))
                .map(at -> at.toInstant().toString())
                .orElse("");
    }
}
