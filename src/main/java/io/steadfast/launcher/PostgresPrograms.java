package io.steadfast.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Calls PostgreSQL's own programs. They refuse to run as root; as root they are called in a user namespace of their own,
 * in which the same account is nobody in particular.
 */
final class PostgresPrograms {

    private static final long LIMIT_SECONDS = 120;

    private final Path programs;
    private final Path output;

    /** @param output the file that collects what the programs say */
    PostgresPrograms(Path programs, Path output) {
        this.programs = programs;
        this.output = output;
    }

    Path directory() {
        return programs;
    }

    /** The exit code; a program that takes longer than two minutes is ended and counts as failed. */
    int run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(programs.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        // Files, not pipes: the server inherits them and would keep a pipe open for as long as it lives.
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(nullDevice()))
                .start();
        try {
            if (process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        return -1;
    }

    private static boolean isRoot() throws IOException {
        Path self = Path.of("/proc/self");
        return Files.exists(self) && Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"));
    }

    private static File nullDevice() {
        return new File(File.separatorChar == '\\' ? "NUL" : "/dev/null");
    }
}
