package io.steadfast.support;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jboss.arquillian.protocol.servlet5.ServletMethodExecutor;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jspecify.annotations.Nullable;

/**
 * The one server process of the run. Its output goes to {@code target/container/server.log}; when it fails, the tail
 * of that file is in the failure. A server that died or never came up fails every further test at once.
 */
public final class Server {

    /** The platform key of every test run. */
    public static final String PLATFORM_KEY = "stp_test_platform_key_for_tests_only_0123456789";

    private static final Path DIRECTORY = Path.of("target", "container");
    private static final Path LOG = DIRECTORY.resolve("server.log");
    private static final Duration PATIENCE = Duration.ofSeconds(240);
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
        }
        if (!running.process.isAlive()) {
            throw new IllegalStateException("The server died (exit " + running.process.exitValue() + ")\n" + tail());
        }
        return running;
    }

    static synchronized void stop() {
        if (running != null) {
            end(running.process);
            running = null;
        }
    }

    private static Server start(Archive<?> war) {
        try {
            Files.createDirectories(DIRECTORY.resolve("root"));
            File deployed = DIRECTORY.resolve(TestedWar.NAME).toFile();
            war.as(ZipExporter.class).exportTo(deployed, true);
            int port = freePort();
            Process process = new ProcessBuilder(command(deployed, port))
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

    private static List<String> command(File war, int port) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx768m"));
        command.add("-Dsteadfast.db.url=" + TestDatabase.url());
        command.add("-Dsteadfast.db.user=" + TestDatabase.APP);
        command.add("-Dsteadfast.db.password=" + TestDatabase.PASSWORD);
        command.add("-Dsteadfast.db.admin.user=" + TestDatabase.ADMIN);
        command.add("-Dsteadfast.db.admin.password=" + TestDatabase.PASSWORD);
        command.add("-Dsteadfast.platform.key=" + PLATFORM_KEY);
        command.add("-Dsteadfast.test.url=http://127.0.0.1:" + port);
        command.addAll(List.of("-jar", System.getProperty("steadfast.test.server.jar")));
        command.addAll(List.of("--deploy", war.getPath(), "--contextroot", "/", "--nohazelcast"));
        command.addAll(List.of("--port", Integer.toString(port)));
        command.addAll(List.of("--rootdir", DIRECTORY.resolve("root").toString()));
        return command;
    }

    private void awaitReady() {
        try {
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(200))
                    .atMost(PATIENCE)
                    .until(() -> !process.isAlive() || deploymentFailed() || isReady());
        } catch (ConditionTimeoutException late) {
            fail("The server wasn't ready after " + PATIENCE);
        }
        if (!process.isAlive()) {
            fail("The server ended with exit code " + process.exitValue());
        }
        if (deploymentFailed()) {
            fail("The war could not be deployed");
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

    private static boolean deploymentFailed() {
        String log = log();
        return Stream.of("Exception while loading the app", "Exception while deploying the app", "Failed to deploy")
                .anyMatch(log::contains);
    }

    private static String log() {
        try {
            return Files.readString(LOG, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String tail() {
        List<String> lines = log().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
    }

    private static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
