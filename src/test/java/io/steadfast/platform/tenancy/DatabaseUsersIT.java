package io.steadfast.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.support.ClientTest;
import io.steadfast.support.TestDatabase;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the database itself refuses, should the code above it ever fail. */
class DatabaseUsersIT extends ClientTest {

    private static final String APPLICATION = "steadfast_app";

    @Test
    void a_tenants_role_reads_its_own_rows_and_no_other_schema() throws SQLException {
        String own = schema(TestTenants.make(Map.of("sandbox", false)));
        String other = schema(TestTenants.make(Map.of("sandbox", false)));
        try (Connection connection = asApplication();
                Statement statement = connection.createStatement()) {
            statement.execute("SET ROLE " + own + "_role");
            assertThat(statement
                            .executeQuery("SELECT 1 FROM " + own + ".person")
                            .next())
                    .isTrue();
            denied(statement, "SELECT 1 FROM " + other + ".person");
            denied(statement, "SELECT 1 FROM steadfast_control.tenant");
            denied(statement, "INSERT INTO " + other + ".audit SELECT * FROM " + other + ".audit");
            denied(statement, "CREATE TABLE " + own + ".mine (a int)");
            denied(statement, "DROP TABLE " + own + ".person");
            denied(statement, "TRUNCATE " + own + ".person");
        }
    }

    @Test
    void no_row_of_the_books_is_changed_or_deleted_by_the_application() throws SQLException {
        String own = schema(TestTenants.make(Map.of("sandbox", false)));
        List<String> books = books(own);
        assertThat(books).contains("audit").hasSizeGreaterThan(5);
        try (Connection connection = asApplication();
                Statement statement = connection.createStatement()) {
            statement.execute("SET ROLE " + own + "_role");
            for (String table : books) {
                denied(statement, "DELETE FROM " + own + "." + table);
                denied(statement, "UPDATE " + own + "." + table + " SET " + firstColumn(own, table) + " = NULL");
                assertThat(statement
                                .executeQuery("SELECT count(*) FROM " + own + "." + table)
                                .next())
                        .isTrue();
            }
        }
    }

    @Test
    void the_application_owns_nothing_and_inherits_nothing() throws SQLException {
        try (Connection connection = TestDatabase.superuser();
                Statement statement = connection.createStatement()) {
            assertThat(single(statement, "SELECT rolinherit FROM pg_roles WHERE rolname = '" + APPLICATION + "'"))
                    .isEqualTo("f");
            assertThat(single(
                            statement,
                            "SELECT count(*) FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE r.rolname = '"
                                    + APPLICATION + "'"))
                    .isEqualTo("0");
        }
    }

    private static String schema(TestTenant tenant) {
        return "t_" + tenant.slug().replace('-', '_');
    }

    private static Connection asApplication() throws SQLException {
        Connection connection = TestDatabase.superuser();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION AUTHORIZATION " + APPLICATION);
        }
        return connection;
    }

    private static void denied(Statement statement, String sql) {
        assertThatThrownBy(() -> statement.execute(sql))
                .as(sql)
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    private static List<String> books(String schema) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Connection connection = TestDatabase.superuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT relname FROM pg_class WHERE relnamespace = '" + schema
                                + "'::regnamespace AND relkind = 'r' AND obj_description(oid, 'pg_class') LIKE 'append-only%'")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static String firstColumn(String schema, String table) throws SQLException {
        try (Connection connection = TestDatabase.superuser();
                Statement statement = connection.createStatement()) {
            return single(
                    statement,
                    "SELECT attname FROM pg_attribute WHERE attrelid = '" + schema + "." + table
                            + "'::regclass AND attnum = 1");
        }
    }

    private static String single(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
