package io.steadfast.platform.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.flywaydb.core.api.MigrationInfo;

/**
 * The tables of a new tenant: all scripts in one statement and one transaction, with the history that Flyway would have written, so
 * that it goes on from there. Flyway itself sends some five hundred statements one by one and takes three times as long.
 */
@ApplicationScoped
class NewSchema {

    private static final String HISTORY_ROW =
            " (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)"
                    + " VALUES (?, ?, ?, ?, ?, ?, current_user, 0, true)";

    @Inject
    private CodeVersion code;

    /** Makes the tables in an empty schema, as the owner, in the connection's transaction. */
    void fill(Connection connection, String schema) throws SQLException {
        String owner = Names.quoted(Names.owner(connection.getCatalog()));
        AdminDatabase.execute(
                connection, "SET LOCAL ROLE " + owner + "; SET LOCAL search_path TO " + Names.quoted(schema));
        AdminDatabase.execute(connection, script(code.migrations()));
        String history = Names.quoted(schema) + "." + Migrations.HISTORY;
        AdminDatabase.execute(
                connection,
                "CREATE TABLE " + history + " (LIKE " + ConnectionSpace.CONTROL_SCHEMA + "." + Migrations.HISTORY
                        + " INCLUDING ALL)");
        write(connection, "INSERT INTO " + history + HISTORY_ROW, code.migrations());
        AdminDatabase.execute(connection, "RESET ROLE; RESET search_path");
    }

    private static void write(Connection connection, String sql, List<MigrationInfo> migrations) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int rank = 0;
            for (MigrationInfo migration : migrations) {
                statement.setInt(1, ++rank);
                statement.setString(2, migration.getVersion().toString());
                statement.setString(3, migration.getDescription());
                statement.setString(4, migration.getType().name());
                statement.setString(5, migration.getScript());
                statement.setInt(6, migration.getChecksum());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static String script(List<MigrationInfo> migrations) {
        return migrations.stream().map(each -> text(each.getScript())).collect(Collectors.joining("\n"));
    }

    private static String text(String script) {
        String name = Migrations.TENANT_SCRIPTS + "/" + script;
        try (InputStream file = NewSchema.class.getClassLoader().getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
