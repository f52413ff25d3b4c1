package io.steadfast.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * One installation from its first start to its last stop. The steps follow each other on the same data directory, because
 * a start costs most of the time.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StartAndStopIT {

    private static final Pattern OWN_LINE =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\S+ INFO +io\\.steadfast\\.\\S+: .*");
    private static final Pattern BLOCK_LINE = Pattern.compile("  \\S.*|    +\\S.*");

    @TempDir
    private static Path temporary;

    private Path home;
    private int port;
    private ProductProcess product;

    @BeforeAll
    void theFirstStart() {
        home = temporary.resolve("home");
        port = ProductProcess.freePort();
        product = ProductProcess.start(ProductProcess.javaJar(), environment());
        product.awaitReady();
    }

    @AfterAll
    void noProcessIsLeft() throws IOException {
        if (product.isAlive()) {
            product.terminate();
        }
        databaseProcess().ifPresent(ProcessHandle::destroy);
    }

    private Map<String, String> environment() {
        return Map.of(
                "STEADFAST_HOME",
                home.toString(),
                "STEADFAST_PORT",
                String.valueOf(port),
                "STEADFAST_DEMO_HISTORY",
                "false");
    }

    private Map<String, String> environmentWith(String name, String value) {
        Map<String, String> changed = new HashMap<>(environment());
        changed.put(name, value);
        return changed;
    }

    @Test
    @Order(1)
    void aGoodStartPrintsOneBlockAndOtherwiseOurOwnLinesOnly() {
        assertThat(product.lines())
                .allSatisfy(line -> assertThat(line)
                        .matches(text -> OWN_LINE.matcher(text).matches()
                                || BLOCK_LINE.matcher(text).matches()));
        assertThat(product.lines()).containsOnlyOnce("  Steadfast is ready");
        assertThat(product.output())
                .contains("http://127.0.0.1:" + port + "/")
                .contains(home.resolve("demo-credentials.json").toString());
    }

    @Test
    @Order(2)
    void itListensOnItsOwnLoopbackPortAndNowhereElse() throws IOException {
        assertThat(Listeners.of(product.pid())).containsExactly("127.0.0.1:" + port);
        assertThat(Listeners.of(databaseProcess().orElseThrow().pid())).containsExactly("127.0.0.1:" + databasePort());
        assertThat(ProductProcess.status(port, "/health/ready")).isEqualTo(200);
    }

    @Test
    @Order(3)
    void passwordsAndKeysAreReadableToTheirOwnerOnly() throws IOException {
        for (String secret : List.of("database-passwords.properties", "secrets-key", "demo-credentials.json")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(secret))))
                    .as(secret)
                    .isEqualTo("rw-------");
        }
        assertThat(home.resolve("postgresql/superuser")).doesNotExist();
    }

    @Test
    @Order(3)
    void theCallsThatTheReadmeBeginsWithWorkAsTheyAreWrittenAndWithinTenSeconds()
            throws IOException, InterruptedException {
        assumeTrue(QuickStart.isPossible(), "This machine has no curl or no jq");
        long begun = System.nanoTime();
        String said =
                QuickStart.run(Map.of("STEADFAST_HOME", home.toString(), "STEADFAST_URL", "http://127.0.0.1:" + port));
        assertThat(said).contains("\"granted\"").contains("\"spendable\"").contains("\"sentence\"");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    @Order(4)
    void everyCommitIsFlushedAndNobodyEntersWithoutAPassword() throws SQLException, IOException {
        assertThat(question("SHOW fsync")).isEqualTo("on");
        assertThat(question("SHOW synchronous_commit")).isEqualTo("on");
        assertThat(question("SELECT count(*) FROM pg_hba_file_rules WHERE auth_method <> 'scram-sha-256'"))
                .isEqualTo("0");
    }

    @Test
    @Order(5)
    void aSecondStartOnTheSameDataIsRefused() {
        int other = ProductProcess.freePort();
        refused(environmentWith("STEADFAST_PORT", String.valueOf(other)), "already runs on the data directory " + home);
        assertThat(ProductProcess.status(port, "/health/ready")).isEqualTo(200);
    }

    @Test
    @Order(6)
    void aTakenPortIsRefused() {
        refused(
                environmentWith("STEADFAST_HOME", temporary.resolve("other").toString()),
                "Port " + port + " on 127.0.0.1 can't be opened");
    }

    @Test
    @Order(7)
    void aDataDirectoryThatCannotBeWrittenIsRefused() throws IOException {
        Path below = Files.writeString(temporary.resolve("a-file"), "").resolve("home");
        Map<String, String> environment = new HashMap<>(environmentWith("STEADFAST_HOME", below.toString()));
        refused(environment, "The data directory " + below + " can't be written");
    }

    @Test
    @Order(8)
    void anExternalDatabaseThatIsDownOrRefusesTheLoginIsNamed() throws IOException {
        Map<String, String> environment = new HashMap<>();
        environment.put("STEADFAST_HOME", temporary.resolve("external").toString());
        environment.put("STEADFAST_PORT", String.valueOf(ProductProcess.freePort()));
        environment.put("STEADFAST_DB_URL", "jdbc:postgresql://127.0.0.1:" + ProductProcess.freePort() + "/steadfast");
        refused(environment, "STEADFAST_DB_USER is not set");
        environment.put("STEADFAST_DB_USER", "steadfast_app");
        environment.put("STEADFAST_DB_PASSWORD", "wrong");
        environment.put("STEADFAST_DB_ADMIN_USER", "steadfast_admin");
        environment.put("STEADFAST_DB_ADMIN_PASSWORD", "wrong");
        refused(environment, "The database can't be reached as steadfast_app");
        environment.put("STEADFAST_DB_URL", "jdbc:postgresql://127.0.0.1:" + databasePort() + "/steadfast");
        refused(environment, "The database can't be reached as steadfast_app");
        Properties passwords = passwords();
        environment.put("STEADFAST_DB_PASSWORD", passwords.getProperty("steadfast_app"));
        environment.put("STEADFAST_DB_ADMIN_PASSWORD", passwords.getProperty("steadfast_admin"));
        refused(environment, "STEADFAST_SECRETS_KEY is not set");
        environment.put("STEADFAST_SECRETS_KEY", "too short");
        refused(environment, "STEADFAST_SECRETS_KEY is to be 32 random bytes in Base64");
    }

    @Test
    @Order(9)
    void aDatabaseThatIsKilledUnderTheProductIsStartedAgain() throws IOException {
        ProcessHandle killed = databaseProcess().orElseThrow();
        int sameAsBefore = databasePort();
        killed.destroyForcibly();
        Awaitility.await("another database process runs and the product serves")
                .atMost(Duration.ofSeconds(120))
                .ignoreExceptions()
                .until(() -> databaseProcess()
                                .filter(other -> other.pid() != killed.pid())
                                .isPresent()
                        && ProductProcess.status(port, "/health/ready") == 200
                        && question("SELECT 1").equals("1"));
        assertThat(databasePort()).isEqualTo(sameAsBefore);
        assertThat(product.isAlive()).isTrue();
    }

    @Test
    @Order(10)
    void afterAKillTheNextStartAdoptsTheDatabaseAndFindsEveryCommit() throws SQLException, IOException {
        String credentials = Files.readString(home.resolve("demo-credentials.json"));
        long database = databaseProcess().orElseThrow().pid();
        execute("CREATE TABLE public.kept AS SELECT 42 AS answer");

        product.kill();
        assertThat(databaseProcess()).as("the database outlives a kill").isPresent();
        product = ProductProcess.start(ProductProcess.javaJar(), environment());
        assertThat(product.answersUntilReady(port, "/api/v1/programs"))
                .as("a till's calls meanwhile: no connection, please wait, or our own answer, never a 404")
                .isSubsetOf(503, 401);
        product.awaitReady();

        assertThat(databaseProcess().orElseThrow().pid()).isEqualTo(database);
        assertThat(question("SELECT answer FROM public.kept")).isEqualTo("42");
        assertThat(home.resolve("demo-credentials.json")).hasContent(credentials);
    }

    @Test
    @Order(11)
    void aSignalStopsTheServerBeforeTheDatabaseAndLeavesNoProcess() throws IOException, SQLException {
        execute("INSERT INTO steadfast_control.schema_history SELECT max(installed_rank) + 1, '999', 'from the future',"
                + " 'SQL', 'V999__from_the_future.sql', 0, 'test', TIMESTAMP '2026-01-01', 1, true"
                + " FROM steadfast_control.schema_history");

        // The first visit of every tenant's due work may still be under way; what a stop interrupts isn't this test's
        // question.
        Awaitility.await("nothing is under way")
                .atMost(Duration.ofSeconds(120))
                .during(Duration.ofSeconds(3))
                .until(() -> question("SELECT count(*) FROM pg_stat_activity WHERE usename LIKE 'steadfast%'"
                                + " AND state <> 'idle'")
                        .equals("0"));

        assertThat(product.terminate()).as("ended by SIGTERM").isEqualTo(128 + 15);

        assertThat(databaseProcess()).isEmpty();
        assertThat(databaseLog()).contains("database system is shut down");
        assertThat(databaseLog())
                .as("the server had closed its connections")
                .doesNotContain("terminating connection due to administrator command");
    }

    @Test
    @Order(12)
    void aDatabaseThatIsNewerThanTheProgramIsRefused() throws IOException {
        refused(environment(), "newer than this program");
        assertThat(databaseProcess()).isEmpty();
    }

    @Test
    @Order(13)
    void theProductEndsWithTheBuildToolThatStartedIt() throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "\"$@\" & wait", "sh"));
        command.addAll(ProductProcess.javaJar());
        command.add(command.indexOf("-jar"), "-Dsteadfast.stop.with.parent=true");
        product = ProductProcess.start(command, environment());
        Awaitility.await("the database runs")
                .atMost(Duration.ofSeconds(60))
                .until(() -> databaseProcess().isPresent());
        ProcessHandle child = ProcessHandle.of(product.pid())
                .orElseThrow()
                .children()
                .findAny()
                .orElseThrow();

        product.kill();

        Awaitility.await("the product ends")
                .atMost(Duration.ofSeconds(60))
                .until(() -> !child.isAlive() && databaseProcess().isEmpty());
    }

    private static void refused(Map<String, String> environment, String reason) {
        ProductProcess refused = ProductProcess.start(ProductProcess.javaJar(), environment);
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.lines()).hasSize(1);
        assertThat(refused.lines().get(0))
                .startsWith("Steadfast doesn't start: ")
                .contains(reason);
    }

    private Optional<ProcessHandle> databaseProcess() throws IOException {
        Path file = home.resolve("postgresql/data/postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        return lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.get(0).strip()));
    }

    private int databasePort() throws IOException {
        return Integer.parseInt(
                Files.readString(home.resolve("postgresql/port")).strip());
    }

    private String databaseLog() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.list(home.resolve("postgresql/data/log"))) {
            for (Path file : files.toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }

    private Connection superuser() throws IOException, SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + databasePort() + "/steadfast";
        return DriverManager.getConnection(url, "postgres", passwords().getProperty("postgres"));
    }

    private Properties passwords() throws IOException {
        Properties passwords = new Properties();
        try (Reader reader = Files.newBufferedReader(home.resolve("database-passwords.properties"))) {
            passwords.load(reader);
        }
        return passwords;
    }

    private String question(String sql) throws IOException, SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void execute(String sql) throws IOException, SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
