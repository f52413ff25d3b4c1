package io.steadfast.launcher;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Puts a backup's database in the place of one that is lost. The next start brings it to the backup's end. */
final class Restore {

    private static final String HALF = "postgresql/restoring";

    private final DataDirectory home;
    private boolean whole;

    private Restore(DataDirectory home) {
        this.home = home;
    }

    /** Refuses to put anything over a database that is there. */
    static void read(DataDirectory home, Path file) throws IOException, StartRefused {
        Path data = home.path("postgresql").resolve("data");
        if (Files.exists(data)) {
            throw new StartRefused(data + " is there; move it away first, a restore overwrites nothing.");
        }
        Path half = home.emptied(HALF);
        Restore restore = new Restore(home);
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file))))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                restore.take(entry, tar, half);
            }
        } catch (java.io.EOFException | java.util.zip.ZipException cut) {
            throw new StartRefused(file + " isn't a whole backup.");
        }
        if (!restore.whole) {
            throw new StartRefused(file + " isn't a whole backup.");
        }
        Files.move(half, data);
    }

    private void take(TarArchiveEntry entry, InputStream content, Path half) throws IOException {
        String name = entry.getName();
        if (name.startsWith(BackupFile.DATA)) {
            Path target = half.resolve(name.substring(BackupFile.DATA.length())).normalize();
            if (!target.startsWith(half)) {
                throw new IOException("The backup names a file outside its directory: " + name);
            }
            Path directory = entry.isDirectory() ? target : target.resolveSibling("");
            Files.createDirectories(directory);
            if (!entry.isDirectory()) {
                Files.copy(content, target);
            }
            permit(target, entry.isDirectory() ? "rwx------" : "rw-------");
            permit(half, "rwx------");
        } else if (name.startsWith(BackupFile.HOME)
                && BackupFile.SECRETS.contains(name.substring(BackupFile.HOME.length()))) {
            home.writeSecret(
                    name.substring(BackupFile.HOME.length()),
                    new String(content.readAllBytes(), StandardCharsets.UTF_8));
        } else {
            whole = whole || name.equals(BackupFile.LAST);
        }
    }

    /** PostgreSQL refuses a directory that others may read. */
    private static void permit(Path path, String permissions) throws IOException {
        if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }
}
