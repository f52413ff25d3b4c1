package io.steadfast.bench.crash;

import io.steadfast.bench.product.Brand;
import io.steadfast.bench.product.FaultProxy;
import io.steadfast.bench.product.Product;
import io.steadfast.bench.product.ProductDatabase;
import io.steadfast.bench.product.Waiting;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Does to the product what machines, networks and operators do. Returns from each when the cause is over. */
final class Faults {

    private static final Duration HELD = Duration.ofSeconds(5);
    private static final Duration CUT_FOR = Duration.ofSeconds(10);
    private static final int CUT_PER_THOUSAND = 3;
    private static final int MOST_CONNECTIONS = 200;

    private final Product product;
    private final Brand brand;
    private final CrashSettings settings;
    private final Random random;

    Faults(Product product, Brand brand, CrashSettings settings) {
        this.product = product;
        this.brand = brand;
        this.settings = settings;
        this.random = new Random(settings.seed());
    }

    void strike(Fault fault) {
        switch (fault) {
            case KILL_SERVER -> restartServer(Map.of());
            case KILL_POSTGRES -> signal("KILL", firstProcess());
            case KILL_BACKEND -> signal("KILL", anyBackend());
            case KILL_BOTH -> {
                signal("KILL", firstProcess());
                restartServer(Map.of());
            }
            case TERMINATE_BACKENDS -> terminate();
            case EXHAUST_POOL -> holdEveryMember();
            case NO_CONNECTION_LEFT -> takeEveryConnection();
            case PAUSE -> pause();
            case CUT_DATABASE -> cutDatabase();
            case FILL_DISK -> fillDisk();
        }
    }

    /** As a supervisor does it. */
    private void restartServer(Map<String, String> environment) {
        product.kill();
        product.start(environment);
    }

    private long firstProcess() {
        return product.database()
                .pid()
                .orElseThrow(() -> new IllegalStateException("PostgreSQL doesn't run and nobody starts it"));
    }

    private long anyBackend() {
        List<ProcessHandle> processes = product.database().processes();
        return processes.get(random.nextInt(processes.size())).pid();
    }

    private static void signal(String name, long pid) {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(pid)).start().waitFor();
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void terminate() {
        inDatabase(connection -> ProductDatabase.number(
                connection,
                "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename LIKE 'steadfast%'"));
    }

    /** Each order waits in the database with its connection; whoever comes after waits for one. */
    private void holdEveryMember() {
        inDatabase(connection -> {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("LOCK TABLE \"" + brand.schema() + "\".standing IN EXCLUSIVE MODE");
            }
            Waiting.pause(HELD);
            connection.rollback();
            return 0;
        });
    }

    /** Nobody else gets in, while those inside are thrown out. */
    private void takeEveryConnection() {
        List<Connection> taken = new ArrayList<>();
        try {
            while (taken.size() < MOST_CONNECTIONS) {
                taken.add(product.database().superuser());
            }
        } catch (SQLException expected) {
            // there are no more
        }
        try {
            terminate(taken);
            Waiting.pause(HELD);
            for (Connection connection : taken) {
                connection.close();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void terminate(List<Connection> taken) throws SQLException {
        ProductDatabase.number(
                taken.get(0),
                "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename LIKE 'steadfast%'");
    }

    private void pause() {
        List<ProcessHandle> processes = product.database().processes();
        processes.forEach(process -> signal("STOP", process.pid()));
        Waiting.pause(settings.pause());
        processes.forEach(process -> signal("CONT", process.pid()));
    }

    /** The server reaches its database through a proxy that throws answers away, those to commits among them. */
    private void cutDatabase() {
        ProductDatabase database = product.database();
        try (FaultProxy proxy = FaultProxy.before(database.port(), settings.seed())) {
            restartServer(database.reachedThrough(proxy.port()));
            proxy.cut(CUT_PER_THOUSAND);
            Waiting.pause(settings.kills() == 0 ? HELD : CUT_FOR);
            proxy.cut(0);
            Waiting.pause(Duration.ofSeconds(1));
        }
        restartServer(Map.of());
    }

    /** Takes what is left of the data directory's file system for some seconds. */
    private void fillDisk() {
        Path filler = product.home().resolve("filler");
        try {
            fill(filler);
            Waiting.pause(HELD);
            fill(filler.resolveSibling("filler-2"));
            Waiting.pause(HELD);
            Files.deleteIfExists(filler.resolveSibling("filler-2"));
            Files.deleteIfExists(filler);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void fill(Path file) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(1 << 16);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            while (channel.write(block.clear()) > 0) {
                // until nothing fits any more
            }
        } catch (IOException expected) {
            // full
        }
    }

    private interface Work {
        long on(Connection connection) throws SQLException;
    }

    private void inDatabase(Work work) {
        try (Connection connection = product.database().superuser()) {
            work.on(connection);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
