package io.steadfast.bench.product;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code java -jar target/steadfast.jar} with a data directory and a port of its own; started, killed, started again. */
public final class Product implements AutoCloseable {

    /** The operators' key of every run. */
    public static final String PLATFORM_KEY = "pk_harness-0123456789abcdef0123456789abcdef";

    private static final Duration START = Duration.ofMinutes(5);
    private static final int READ_MILLIS = 60_000;

    private final Path home;
    private final List<String> options;
    private final int port = freePort();
    private final ProductDatabase database;
    private @Nullable Process process;

    private Product(Path home, List<String> options) {
        this.home = home;
        this.options = options;
        this.database = new ProductDatabase(home);
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /**
     * Not started yet; whatever is in the data directory is removed.
     *
     * @param options of the virtual machine
     */
    public static Product in(Path home, List<String> options) {
        Path directory = home.toAbsolutePath();
        try {
            empty(directory);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new Product(directory, options);
    }

    /** Returns when it is ready. */
    public Product start() {
        return start(Map.of());
    }

    /** As {@link #start()} with further settings from the environment. */
    public Product start(Map<String, String> settings) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-jar", Path.of("target", "steadfast.jar").toString()));
        File log = home.resolveSibling(home.getFileName() + ".log").toFile();
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().keySet().removeIf(name -> name.startsWith("STEADFAST_"));
        builder.environment()
                .putAll(Map.of(
                        "STEADFAST_HOME", home.toString(),
                        "STEADFAST_PORT", String.valueOf(port),
                        "STEADFAST_DEMO", "false",
                        "STEADFAST_WEBHOOKS_PRIVATE", "true",
                        "STEADFAST_LIMITS_KEY", "100000000",
                        "STEADFAST_LIMITS_TENANT", "100000000",
                        "STEADFAST_PLATFORM_KEY", PLATFORM_KEY));
        builder.environment().putAll(settings);
        try {
            process = builder.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        if (!Waiting.until(START, () -> !isAlive() || isReady()) || !isAlive()) {
            throw new IllegalStateException("The product doesn't start, see " + log);
        }
        return this;
    }

    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    public boolean isReady() {
        try (HttpLine line = line(PLATFORM_KEY)) {
            return line.send(Call.get("/health/ready")).status() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** SIGKILL: nothing of it can react. The database lives on. */
    public void kill() {
        running().destroyForcibly();
        ended();
    }

    /** SIGTERM, as from a service manager. */
    public void stop() {
        running().destroy();
        ended();
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("The product isn't started");
        }
        return process;
    }

    private void ended() {
        try {
            if (!running().waitFor(2, TimeUnit.MINUTES)) {
                throw new IllegalStateException("The product doesn't end");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    public long pid() {
        return running().pid();
    }

    public int port() {
        return port;
    }

    public Path home() {
        return home;
    }

    public ProductDatabase database() {
        return database;
    }

    /** A connection for one thread with somebody's key. */
    public HttpLine line(String key) throws IOException {
        return HttpLine.open(port, key, READ_MILLIS);
    }

    /** One call of the operators' or a tenant's API that has to succeed. */
    public String done(String key, String method, String path, String body) {
        return done(key, Call.change(method, path, UUID.randomUUID().toString(), body));
    }

    public String done(String key, Call call) {
        try (HttpLine line = line(key)) {
            return line.send(call).expected().text();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Ends the product and, when that was killed before, its database. */
    @Override
    public void close() {
        if (isAlive()) {
            stop();
        }
        database.pid().flatMap(ProcessHandle::of).ifPresent(ProcessHandle::destroy);
        Optional<Long> left = database.pid();
        Waiting.until(
                Duration.ofSeconds(30),
                () -> left.flatMap(ProcessHandle::of)
                        .filter(ProcessHandle::isAlive)
                        .isEmpty());
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Leaves the directory itself, which may be a file system of its own. */
    private static void empty(Path directory) throws IOException {
        Files.createDirectories(directory);
        List<Path> old;
        try (Stream<Path> tree = Files.walk(directory)) {
            old = tree.filter(path -> !path.equals(directory))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
        for (Path path : old) {
            Files.delete(path);
        }
    }
}
