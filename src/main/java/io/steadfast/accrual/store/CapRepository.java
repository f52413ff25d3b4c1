package io.steadfast.accrual.store;

import io.steadfast.accrual.core.CapKey;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
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

    /** What a member used of these caps, each of whose stretches of time holds the instant; unused ones are left out. */
    public Map<CapKey, Long> used(MemberId member, Set<CapKey> keys, Instant at) {
        Map<String, CapKey> wanted = new HashMap<>();
        keys.forEach(key -> wanted.put(name(key), key));
        Map<CapKey, Long> used = new HashMap<>();
        try (PreparedStatement statement = store.connection().prepareStatement(USED)) {
            new Bindings(statement).id(member.value()).instant(at).instant(at);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    CapKey key = wanted.get(name(row));
                    if (key != null) {
                        used.put(key, row.getLong("amount"));
                    }
                }
            }
        } catch (SQLException failure) {
            throw new AccrualStoreException(failure);
        }
        return used;
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
