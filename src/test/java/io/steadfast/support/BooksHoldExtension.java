package io.steadfast.support;

import io.steadfast.ledger.store.ChainVerifier;
import io.steadfast.ledger.store.InvariantSql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * After each test class that used the server: every invariant must hold, every hash fit, and what was judged come out again, in
 * each tenant the class has made. A class that breaks books on purpose says so with {@link BreaksBooks}.
 */
public final class BooksHoldExtension implements AfterAllCallback {

    private static final String TENANTS =
            "SELECT slug, schema_name FROM steadfast_control.tenant WHERE status = 'ACTIVE' ORDER BY slug";

    /** Of this process: to JUnit each class is a run of its own where classes are dealt out to lanes. */
    private static final Set<String> LOOKED = new HashSet<>();

    @Override
    public void afterAll(ExtensionContext context) throws SQLException {
        if (insideTheServer() || !Server.isRunning()) {
            return;
        }
        List<String> broken = new ArrayList<>();
        int tenants = 0;
        try (Connection connection = TestDatabase.superuser()) {
            for (Map.Entry<String, String> tenant : tenants(connection).entrySet()) {
                if (LOOKED.add(tenant.getKey()) && !breaksBooks(context)) {
                    tenants++;
                    look(connection, tenant.getKey(), tenant.getValue(), broken);
                }
            }
        }
        if (!broken.isEmpty()) {
            throw new AssertionError("Books don't hold after "
                    + context.getRequiredTestClass().getSimpleName() + ":\n" + String.join("\n", broken));
        }
        context.publishReportEntry("books", tenants + " tenants hold");
    }

    private static boolean insideTheServer() {
        return System.getProperty("steadfast.test.url") != null;
    }

    private static boolean breaksBooks(ExtensionContext context) {
        return context.getRequiredTestClass().isAnnotationPresent(BreaksBooks.class);
    }

    private static Map<String, String> tenants(Connection connection) throws SQLException {
        Map<String, String> schemas = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(TENANTS);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                schemas.put(row.getString("slug"), row.getString("schema_name"));
            }
        }
        return schemas;
    }

    private static void look(Connection connection, String slug, String schema, List<String> broken)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET search_path TO \"" + schema + "\"");
        }
        InvariantSql.violations(connection).forEach(violation -> broken.add(slug + ": " + violation));
        ChainVerifier.firstTampered(connection).ifPresent(row -> broken.add(slug + ": " + row));
        new ReplayedBooks(connection).differences().forEach(difference -> broken.add(slug + ": I9: " + difference));
    }
}
