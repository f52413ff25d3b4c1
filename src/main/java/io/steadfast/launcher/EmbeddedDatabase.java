package io.steadfast.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/**
 * The PostgreSQL that the product brings along: its own data directory that outlives the process, on the loopback
 * address only, every commit flushed to disk. The server runs in a session of its own, so that ctrl-C reaches the
 * product alone and the order of the stop stays ours. A server whose product was killed is adopted.
 */
final class EmbeddedDatabase {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int FIRST_PORT = 15_432;
    private static final int PORTS = 4_000;

    /** A backup locks every table of every tenant at once; PostgreSQL's own 64 end at about a hundred tenants. */
    private static final int LOCKS_PER_TRANSACTION = 1_024;

    /** What a busy brand's books touch again and again; twice what it would be by itself, and little beside the server's own memory. */
    private static final String SHARED_BUFFERS = "256MB";

    /** A page of an index costs about as much as the next of a table where nothing turns and most lies in memory. */
    private static final String RANDOM_PAGE_COST = "1.1";

    private final DataDirectory home;
    private final Path data;
    private final PostgresPrograms programs;
    private final DatabasePasswords passwords;
    private final DatabaseProcess process;
    private int port;
    private boolean wanted;

    private EmbeddedDatabase(DataDirectory home, PostgresPrograms programs, DatabasePasswords passwords) {
        this.home = home;
        this.process = new DatabaseProcess(
                programs.directory(), home.path("postgresql").resolve("data"));
        this.data = home.path("postgresql").resolve("data");
        this.programs = programs;
        this.passwords = passwords;
    }

    static EmbeddedDatabase in(DataDirectory home) throws IOException, StartRefused {
        Path directory = Files.createDirectories(home.path("postgresql"));
        PostgresPrograms programs =
                new PostgresPrograms(PostgresBinaries.unpackedIn(directory), directory.resolve("start.log"));
        return new EmbeddedDatabase(home, programs, DatabasePasswords.keptIn(home));
    }

    /** Returns when the server is up; one that outlived its product may still be finding its feet. */
    synchronized void start() throws IOException, StartRefused {
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            create();
        }
        Optional<Integer> orphan = process.port();
        if (orphan.isPresent()) {
            port = orphan.get();
        } else {
            process.clear();
            port = chosenPort();
            launch();
        }
        wanted = true;
    }

    /** Whether it had to: a server that was stopped stays so. The port is the one that everybody knows. */
    synchronized boolean restartWhereItDied() throws IOException, StartRefused {
        if (!wanted || process.runs()) {
            return false;
        }
        process.clear();
        launch();
        return true;
    }

    /** Made beside its final place and moved there whole: a start killed half way begins again. */
    private void create() throws IOException, StartRefused {
        Path half = home.emptied("postgresql/creating");
        home.writeSecret("postgresql/superuser", passwords.superuser() + "\n");
        int exit = programs.run(
                "initdb",
                "--pgdata",
                half.toString(),
                "--username",
                EmbeddedLogins.SUPERUSER,
                "--pwfile",
                home.path("postgresql/superuser").toString(),
                "--auth",
                "scram-sha-256",
                "--encoding",
                "UTF8",
                "--locale-provider",
                "builtin",
                "--builtin-locale",
                "C.UTF-8",
                "--locale",
                "C");
        Files.deleteIfExists(home.path("postgresql/superuser"));
        if (exit != 0) {
            throw failed("can't be created");
        }
        Files.move(half, data);
    }

    private void launch() throws IOException, StartRefused {
        String options = String.join(
                " ",
                List.of(
                        "-p " + port,
                        "-c listen_addresses=" + LOOPBACK,
                        "-c unix_socket_directories=",
                        "-c fsync=on",
                        "-c max_locks_per_transaction=" + LOCKS_PER_TRANSACTION,
                        "-c synchronous_commit=on",
                        "-c full_page_writes=on",
                        "-c shared_buffers=" + SHARED_BUFFERS,
                        "-c random_page_cost=" + RANDOM_PAGE_COST,
                        "-c jit=off",
                        "-c io_method=sync",
                        "-c logging_collector=on",
                        "-c log_directory=log",
                        "-c log_filename=postgresql-%a.log",
                        "-c log_rotation_age=1d",
                        "-c log_truncate_on_rotation=on",
                        "-c log_timezone=UTC",
                        "-c timezone=UTC"));
        if (programs.run(
                        "pg_ctl",
                        "start",
                        "--wait",
                        "--timeout",
                        "60",
                        "--pgdata",
                        data.toString(),
                        "--options",
                        options)
                != 0) {
            throw failed("doesn't start");
        }
    }

    /** Ends connections, writes what is in memory, returns when the server is gone. */
    synchronized void stop() throws IOException {
        wanted = false;
        programs.run("pg_ctl", "stop", "--wait", "--timeout", "60", "--mode", "fast", "--pgdata", data.toString());
    }

    String url(String database) {
        return "jdbc:postgresql://" + LOOPBACK + ":" + port + "/" + database;
    }

    DatabasePasswords passwords() {
        return passwords;
    }

    /** The same port at every start, so that what an operator connects with stays right; another one only when it is taken. */
    private int chosenPort() throws IOException {
        Path file = home.path("postgresql/port");
        if (Files.exists(file)) {
            int remembered = Integer.parseInt(Files.readString(file).strip());
            if (isFree(remembered)) {
                return remembered;
            }
        }
        int start = new SecureRandom().nextInt(PORTS);
        for (int i = 0; i < PORTS; i++) {
            int candidate = FIRST_PORT + (start + i) % PORTS;
            if (isFree(candidate)) {
                Files.writeString(file, candidate + "\n");
                return candidate;
            }
        }
        throw new IOException("no free port between " + FIRST_PORT + " and " + (FIRST_PORT + PORTS));
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(LOOPBACK))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private StartRefused failed(String what) {
        return new StartRefused("The embedded PostgreSQL " + what + "; see " + home.path("postgresql/start.log") + ".");
    }
}
