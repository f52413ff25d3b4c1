package io.steadfast.launcher;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs for this machine, unpacked once from the archive on the class path. The directory is named
 * after the archive's checksum, so that a newer archive is unpacked beside the older one.
 */
final class PostgresBinaries {

    private PostgresBinaries() {}

    /** The directory that holds {@code bin/postgres}, {@code bin/initdb} and {@code bin/pg_ctl}. */
    static Path unpackedIn(Path parent) throws IOException, StartRefused {
        String archive = archiveName();
        Path ready = parent.resolve("programs-" + checksum(archive));
        if (Files.isDirectory(ready)) {
            return ready;
        }
        Files.createDirectories(parent);
        Path part = Files.createTempDirectory(parent, "unpacking-");
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(open(archive))))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, part);
            }
        }
        return Files.move(part, ready, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path root) throws IOException {
        Path target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("The archive names a file outside its directory: " + entry.getName());
        }
        Files.createDirectories(entry.isDirectory() ? target : target.resolveSibling(""));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
            Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
            if ((entry.getMode() & 0100) != 0 && !target.toFile().setExecutable(true, false)) {
                throw new IOException(target + " can't be made executable");
            }
        }
    }

    private static InputStream open(String archive) throws StartRefused {
        InputStream stream = PostgresBinaries.class.getResourceAsStream("/" + archive);
        if (stream == null) {
            throw new StartRefused("No embedded PostgreSQL comes with this build for this machine (" + archive
                    + "). Set STEADFAST_DB_URL to use a PostgreSQL of your own.");
        }
        return stream;
    }

    private static String checksum(String archive) throws IOException, StartRefused {
        CRC32 sum = new CRC32();
        try (InputStream in = new CheckedInputStream(new BufferedInputStream(open(archive)), sum)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return Long.toHexString(sum.getValue());
    }

    private static String archiveName() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String family = system.startsWith("mac") ? "darwin" : system.startsWith("windows") ? "windows" : "linux";
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        boolean arm = machine.equals("aarch64") || machine.equals("arm64");
        return "postgres-" + family + "-" + (arm ? "arm_64" : "x86_64") + ".txz";
    }
}
