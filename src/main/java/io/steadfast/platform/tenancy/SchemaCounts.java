package io.steadfast.platform.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Map;
import java.util.TreeMap;

/** How many tenants are at which version of their schema. */
@ApplicationScoped
public class SchemaCounts {

    private static final String COUNTS =
            "SELECT schema_version, count(*) FROM tenant WHERE status <> 'PROVISIONING' GROUP BY schema_version";

    @Inject
    private ControlStore control;

    public Map<String, Long> byVersion() {
        return control.call(connection -> {
            Map<String, Long> counts = new TreeMap<>();
            try (PreparedStatement statement = connection.prepareStatement(COUNTS);
                    ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    counts.put(row.getString(1), row.getLong(2));
                }
            }
            return counts;
        });
    }
}
