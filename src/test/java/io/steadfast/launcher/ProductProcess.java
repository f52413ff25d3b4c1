package io.steadfast.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The product as a process of its own, with what it has printed so far. */
final class ProductProcess {

    /** Generous: the machine may be busy with the rest of the suite. */
    private static final Duration START = Duration.ofSeconds(240);

    private static final Duration STOP = Duration.ofSeconds(60);

    private final Process process;
    private final Path output;

    private ProductProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** What {@code java -jar target/steadfast.jar} is, with a JVM that starts fast. */
    static List<String> javaJar() {
        return List.of(
                java(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx768m",
                "-jar",
                Path.of("target", "steadfast.jar").toString());
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static ProductProcess start(List<String> command, Map<String, String> environment) {
        try {
            Path outputs = Files.createDirectories(Path.of("target", "processes"));
            Path output = Files.createTempFile(outputs, "output-", ".log");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("STEADFAST_"));
            builder.environment().putAll(environment);
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            return new ProductProcess(process, output);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    ProductProcess awaitReady() {
        Awaitility.await("the product is ready")
                .pollInterval(Duration.ofMillis(100))
                .atMost(START)
                .until(() -> !process.isAlive() || output().contains("Steadfast is ready"));
        assertThat(process.isAlive()).as("still running:%n%s", output()).isTrue();
        return this;
    }

    /** What the product answered to this path from its start until it was ready, refused connections left out. */
    Set<Integer> answersUntilReady(int port, String path) {
        Set<Integer> answers = new TreeSet<>();
        Awaitility.await("the product is ready")
                .pollInterval(Duration.ofMillis(20))
                .atMost(START)
                .until(() -> {
                    statusOrNone(port, path).ifPresent(answers::add);
                    return !process.isAlive() || output().contains("Steadfast is ready");
                });
        return answers;
    }

    /** The exit code of a process that ends by itself. */
    int exitCode() {
        return exitCodeWithin(START);
    }

    private int exitCodeWithin(Duration limit) {
        try {
            assertThat(process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS))
                    .as("ended within %s:%n%s", limit, output())
                    .isTrue();
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** SIGTERM, as from ctrl-C or a service manager; returns the exit code. */
    int terminate() {
        process.destroy();
        return exitCodeWithin(STOP);
    }

    /** SIGKILL: nothing of it can react. */
    void kill() {
        process.destroyForcibly();
        exitCodeWithin(STOP);
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<String> lines() {
        return new ArrayList<>(output().lines().filter(line -> !line.isBlank()).toList());
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static int status(int port, String path) {
        try {
            return ask(port, path);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static OptionalInt statusOrNone(int port, String path) {
        try {
            return OptionalInt.of(ask(port, path));
        } catch (IOException nobodyThere) {
            return OptionalInt.empty();
        }
    }

    private static int ask(int port, String path) throws IOException {
        try {
            HttpRequest question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .timeout(Duration.ofSeconds(30))
                    .build();
            return HttpClient.newHttpClient()
                    .send(question, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
