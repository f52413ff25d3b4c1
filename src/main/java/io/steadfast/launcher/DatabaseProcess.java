package io.steadfast.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The processes of a PostgreSQL server on a data directory. The number in its file alone proves nothing: after a restart of
 * the machine it may be anybody's.
 */
final class DatabaseProcess {

    private static final int LINE_OF_PORT = 3;
    private static final long LIMIT_SECONDS = 60;

    private final Path programs;
    private final Path file;

    /** @param programs the directory that these processes' program lies in, which is nobody else's */
    DatabaseProcess(Path programs, Path data) {
        this.programs = programs;
        this.file = data.resolve("postmaster.pid");
    }

    /** The port of a server that runs; it may have outlived its product. */
    Optional<Integer> port() throws IOException {
        List<String> lines = lines();
        if (lines.size() <= LINE_OF_PORT || !isPostgres(lines.get(0).strip())) {
            return Optional.empty();
        }
        return Optional.of(Integer.valueOf(lines.get(LINE_OF_PORT).strip()));
    }

    boolean runs() throws IOException {
        List<String> lines = lines();
        return !lines.isEmpty() && isPostgres(lines.get(0).strip());
    }

    /**
     * Makes way for a new server after one that was killed. Its children may live on for a moment, still writing: a new server
     * beside them would ruin the data, and without the file it couldn't tell. So they are ended before the file is removed.
     */
    void clear() throws IOException {
        for (ProcessHandle left : leftOver().toList()) {
            left.destroyForcibly();
            await(left);
        }
        Files.deleteIfExists(file);
    }

    private Stream<ProcessHandle> leftOver() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .command()
                        .filter(command -> Path.of(command).startsWith(programs))
                        .isPresent());
    }

    private static void await(ProcessHandle left) throws IOException {
        try {
            left.onExit().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a database process ended", interrupted);
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException stays) {
            // A process that is dead and that nobody buries has no program any more and writes nothing.
            if (left.info().command().isPresent()) {
                throw new IOException("database process " + left.pid() + " doesn't end", stays);
            }
        }
    }

    private List<String> lines() throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (java.nio.file.NoSuchFileException notThere) {
            return List.of();
        }
    }

    private static boolean isPostgres(String processNumber) {
        return ProcessHandle.of(Long.parseLong(processNumber))
                .flatMap(process -> process.info().command())
                .filter(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
                .isPresent();
    }
}
