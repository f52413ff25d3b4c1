package io.steadfast.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jboss.arquillian.protocol.servlet5.ServletMethodExecutor;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jspecify.annotations.Nullable;

/**
 * The one server process of this lane of the run: {@code steadfast.jar} as it is shipped, with its own database, beside the war with
 * the tests in it. Its output goes to {@code target/container-1/server.log}; when it fails, the tail of that file is in
 * the failure. A server that died or never came up fails every further test at once.
 */
public final class Server {

    /** The platform key of every test run. */
    public static final String PLATFORM_KEY = "pk_test-only-0123456789abcdef0123456789abcdef";

    private static final String LANE_PROPERTY = "steadfast.test.lane";
    private static final String LANE = System.getProperty(LANE_PROPERTY, "container-1");
    private static final Path DIRECTORY = Path.of("target", LANE).toAbsolutePath();
    private static final Path BOOT = DIRECTORY.resolve("boot");
    private static final Path LOG = DIRECTORY.resolve("server.log");
    private static final Path JAR = Path.of("target", "steadfast.jar");
    private static final Path LIBRARIES = Path.of("target", "lib").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofSeconds(300);
    private static final int TAIL_LINES = 60;

    private static @Nullable Server running;
    private static @Nullable String failure;

    private final Process process;
    private final int port;

    private Server(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** The server's address without a slash at its end, seen from the tests or from inside the server. */
    public static String url() {
        String inside = System.getProperty("steadfast.test.url");
        if (inside != null) {
            return inside;
        }
        if (running == null) {
            throw new IllegalStateException("No server runs: extend ContainerTest or ClientTest");
        }
        return "http://127.0.0.1:" + running.port;
    }

    /** Whether we are inside of it. */
    static boolean isHere() {
        return System.getProperty("steadfast.test.url") != null;
    }

    /** What the server prints. */
    public static Path log() {
        return LOG;
    }

    /** The server's data directory. */
    static Path home() {
        return DIRECTORY.resolve("home");
    }

    static synchronized boolean isRunning() {
        return running != null;
    }

    int port() {
        return port;
    }

    static synchronized Server runningWith(Archive<?> war) {
        if (failure != null) {
            throw new IllegalStateException("The server didn't start, see the first failure");
        }
        if (running == null) {
            running = start(war);
            DocumentCheck.readAhead();
        }
        if (!running.process.isAlive()) {
            throw new IllegalStateException("The server died (exit " + running.process.exitValue() + ")\n" + tail());
        }
        return running;
    }

    /** With this process, and at once: nobody needs its data again, and putting thousands of tables down in order takes a minute. */
    private static void end(Process server) {
        server.destroyForcibly();
        endDatabase();
    }

    /** Its other processes end with the first one. */
    private static void endDatabase() {
        Path lock = home().resolve("postgresql/data/postmaster.pid");
        try (Stream<String> lines = Files.lines(lock)) {
            lines.findFirst()
                    .flatMap(first -> ProcessHandle.of(Long.parseLong(first.strip())))
                    .ifPresent(ProcessHandle::destroyForcibly);
        } catch (IOException none) {
            System.err.println("No database to end: " + none.getMessage());
        }
    }

    private static Server start(Archive<?> war) {
        try {
            emptyDirectory();
            Path jar = DIRECTORY.resolve(JAR.getFileName());
            Files.copy(JAR, jar, StandardCopyOption.REPLACE_EXISTING);
            Files.createSymbolicLink(DIRECTORY.resolve("lib"), LIBRARIES);
            copyCountedSockets();
            war.as(ZipExporter.class).exportTo(DIRECTORY.resolve(TestedWar.NAME).toFile(), true);
            int port = freePort();
            Process process = new ProcessBuilder(command(jar, port))
                    .redirectErrorStream(true)
                    .redirectOutput(LOG.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process)));
            Server server = new Server(process, port);
            server.awaitReady();
            return server;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The driver stands above the war and sees none of its classes. */
    private static void copyCountedSockets() throws IOException {
        Path source = Path.of("target/test-classes/io/steadfast/support");
        Path target = Files.createDirectories(BOOT.resolve("io/steadfast/support"));
        try (Stream<Path> classes = Files.list(source)) {
            for (Path each : classes.filter(
                            file -> file.getFileName().toString().startsWith("CountedSockets"))
                    .toList()) {
                Files.copy(each, target.resolve(each.getFileName()));
            }
        }
    }

    private static List<String> command(Path jar, int port) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx768m",
                "-Xbootclasspath/a:" + BOOT.toAbsolutePath(),
                "-Dsteadfast.home=" + home(),
                "-Dsteadfast.port=" + port,
                "-Dsteadfast.bind=127.0.0.1",
                "-Dsteadfast.demo=false",
                // Hundreds of people get a password in a run; what a real one costs stands in PasswordsTest.
                "-Dsteadfast.password.memory=64",
                "-Dsteadfast.webhooks.private=true",
                // What tests send as X-Forwarded-For is who they are; those that send none are 127.0.0.1.
                "-Dsteadfast.proxies=1",
                "-Dsteadfast.stop.with.parent=true",
                "-Dsteadfast.platform.key=" + PLATFORM_KEY,
                "-Dsteadfast.test.url=http://127.0.0.1:" + port,
                // Tests inside look behind the back of their own server, never of the other lane's.
                "-D" + LANE_PROPERTY + "=" + LANE,
                "-jar",
                jar.toString());
    }

    private void awaitReady() {
        try {
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(200))
                    .atMost(PATIENCE)
                    .until(() -> !process.isAlive() || isReady());
        } catch (ConditionTimeoutException late) {
            fail("The server wasn't ready after " + PATIENCE);
        }
        if (!process.isAlive()) {
            fail("The server ended with exit code " + process.exitValue());
        }
    }

    private void fail(String what) {
        end(process);
        failure = what + ", see " + LOG;
        throw new IllegalStateException(failure + "\n" + tail());
    }

    /** The war is up, its servlets take requests, and every tenant is migrated. */
    private boolean isReady() {
        String noCommand =
                ServletMethodExecutor.ARQUILLIAN_SERVLET_MAPPING + "?className=none&methodName=none&cmd=event";
        return status(noCommand) == HttpURLConnection.HTTP_NO_CONTENT
                && status("/health/ready") == HttpURLConnection.HTTP_OK;
    }

    private int status(String path) {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
            connection.setConnectTimeout(1_000);
            connection.setReadTimeout(10_000);
            int status = connection.getResponseCode();
            connection.disconnect();
            return status;
        } catch (IOException notYet) {
            return 0;
        }
    }

    private static String tail() {
        try {
            List<String> lines =
                    Files.readString(LOG, StandardCharsets.UTF_8).lines().toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
        } catch (IOException unreadable) {
            return "(" + LOG + " can't be read: " + unreadable + ")";
        }
    }

    private static void emptyDirectory() throws IOException {
        if (Files.exists(DIRECTORY)) {
            try (Stream<Path> old = Files.walk(DIRECTORY)) {
                for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectories(DIRECTORY);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
