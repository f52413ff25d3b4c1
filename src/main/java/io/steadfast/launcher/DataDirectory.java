package io.steadfast.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The directory that outlives every start: the embedded database, its passwords, the demo's credentials. Held by a file
 * lock for as long as the process lives, so that two processes never work on the same data; the lock of a killed
 * process is gone with it.
 */
final class DataDirectory {

    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Path home;
    private final FileLock lock;

    private DataDirectory(Path home, FileLock lock) {
        this.home = home;
        this.lock = lock;
    }

    static DataDirectory open(Path home) throws StartRefused {
        FileChannel file;
        try {
            Files.createDirectories(home);
            file = FileChannel.open(
                    home.resolve("steadfast.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new StartRefused(
                    "The data directory " + home + " can't be written. Set STEADFAST_HOME to one that can.");
        }
        return new DataDirectory(home, lock(home, file));
    }

    private static FileLock lock(Path home, FileChannel file) throws StartRefused {
        FileLock lock;
        try {
            lock = file.tryLock();
        } catch (IOException | OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            throw new StartRefused("Steadfast already runs on the data directory " + home + ".");
        }
        return lock;
    }

    Path path(String name) {
        return home.resolve(name);
    }

    Path home() {
        return home;
    }

    boolean isHeld() {
        return lock.isValid();
    }

    /** An empty directory of this name; what an earlier start left in it is removed. */
    Path emptied(String name) throws IOException {
        Path directory = home.resolve(name);
        if (Files.exists(directory)) {
            List<Path> old;
            try (Stream<Path> tree = Files.walk(directory)) {
                old = tree.sorted(Comparator.reverseOrder()).collect(Collectors.toList());
            }
            for (Path path : old) {
                Files.delete(path);
            }
        }
        return Files.createDirectories(directory);
    }

    /** Writes a file that only its owner may read, whole or not at all. */
    void writeSecret(String name, String text) throws IOException {
        Path part = home.resolve(name + ".part");
        Files.deleteIfExists(part);
        createSecret(part);
        Files.writeString(part, text);
        Files.move(part, home.resolve(name), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    /** An empty file that only its owner may read. */
    static void createSecret(Path file) throws IOException {
        Files.createFile(file);
        ownerOnly(file);
    }

    private static void ownerOnly(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, OWNER_ONLY);
        }
    }
}
