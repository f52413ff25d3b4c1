package io.steadfast.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database without the product above it. */
class EmbeddedDatabaseIT {

    @TempDir
    private Path temporary;

    private Path home;
    private EmbeddedDatabase database;

    @BeforeEach
    void start() throws Exception {
        home = temporary.resolve("home");
        database = EmbeddedDatabase.in(DataDirectory.open(home));
        database.start();
        EmbeddedLogins.ensure(database);
        change(database, "CREATE TABLE kept (id integer)");
        change(database, "INSERT INTO kept VALUES (1)");
    }

    @AfterEach
    void stop() throws Exception {
        database.stop();
    }

    @Test
    void aServerThatWasKilledIsStartedAgainOnItsPortWithWhatWasCommitted() throws Exception {
        String url = database.url("postgres");
        assertThat(database.restartWhereItDied()).as("it lives").isFalse();
        ProcessHandle first = process();
        first.destroyForcibly();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(database::restartWhereItDied);
        assertThat(database.url("postgres")).isEqualTo(url);
        assertThat(process().pid()).isNotEqualTo(first.pid());
        Awaitility.await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> rows(database) == 1);
        database.stop();
        assertThat(database.restartWhereItDied()).as("it was stopped").isFalse();
    }

    @Test
    void whatWasCommittedBeforeABackupIsThereAfterARestore() throws Exception {
        Path file = temporary.resolve("backup.tar.gz");
        Backup.write(home, file);
        change(database, "INSERT INTO kept VALUES (2)");
        assertThatThrownBy(() -> Backup.write(home, file)).hasMessageContaining("overwrites nothing");
        DataDirectory other = DataDirectory.open(temporary.resolve("other"));
        Restore.read(other, file);
        EmbeddedDatabase restored = EmbeddedDatabase.in(other);
        restored.start();
        try {
            assertThat(rows(restored)).isEqualTo(1);
        } finally {
            restored.stop();
        }
        assertThatThrownBy(() -> Restore.read(other, file)).hasMessageContaining("move it away first");
    }

    private ProcessHandle process() throws Exception {
        String number = Files.readAllLines(home.resolve("postgresql/data/postmaster.pid"))
                .get(0);
        return ProcessHandle.of(Long.parseLong(number.strip())).orElseThrow();
    }

    private static void change(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = EmbeddedLogins.connect(database, EmbeddedLogins.SUPERUSER);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long rows(EmbeddedDatabase database) throws SQLException {
        try (Connection connection = EmbeddedLogins.connect(database, EmbeddedLogins.SUPERUSER);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM kept")) {
            row.next();
            return row.getLong(1);
        }
    }
}
