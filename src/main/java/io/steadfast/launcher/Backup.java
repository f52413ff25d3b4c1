package io.steadfast.launcher;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.jspecify.annotations.Nullable;

/** Copies the embedded database of a product that runs and goes on running. */
final class Backup implements AutoCloseable {

    private static final int BLOCK = 1 << 16;

    /** The log that is written meanwhile must not be recycled; the slot ends with this connection. */
    private static final String KEEP_LOG =
            "SELECT lsn FROM pg_create_physical_replication_slot('steadfast_backup_' || pg_backend_pid(), true, true)";

    private static final String START = "SELECT pg_walfile_name(pg_backup_start('steadfast', true))";
    private static final String STOP = "SELECT labelfile, pg_walfile_name(lsn) FROM pg_backup_stop(false)";

    private final Path home;
    private final Path data;
    private final TarArchiveOutputStream tar;

    private Backup(Path home, Path file) throws IOException {
        this.home = home;
        this.data = home.resolve("postgresql").resolve("data");
        this.tar = new TarArchiveOutputStream(
                new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(file)), BLOCK), "UTF-8");
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    }

    /** Writes the file whole or not at all; it is readable to its owner only. */
    static void write(Path home, Path file) throws IOException, StartRefused {
        if (Files.exists(file)) {
            throw new StartRefused(file + " exists; a backup overwrites nothing.");
        }
        int port = new DatabaseProcess(home.resolve("postgresql"), home.resolve("postgresql/data"))
                .port()
                .orElseThrow(() -> new StartRefused("No Steadfast with its own database runs on " + home + "."));
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            DataDirectory.createSecret(part);
            try (Backup backup = new Backup(home, part)) {
                backup.copy(port);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException other) {
            throw new StartRefused(part + " is being written by another backup.");
        } catch (SQLException failure) {
            throw new StartRefused("The database can't be backed up: " + failure.getMessage());
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void copy(int port) throws IOException, SQLException {
        String password =
                DatabasePasswords.read(home.resolve(DatabasePasswords.FILE)).superuser();
        try (Connection connection = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres", EmbeddedLogins.SUPERUSER, password)) {
            row(connection, KEEP_LOG);
            String first = row(connection, START).get(0);
            files();
            List<String> stop = row(connection, STOP);
            file(BackupFile.DATA + BackupFile.CONTROL, data.resolve(BackupFile.CONTROL));
            log(first, stop.get(1));
            text(BackupFile.DATA + "backup_label", stop.get(0));
        }
        for (String secret : BackupFile.SECRETS) {
            file(BackupFile.HOME + secret, home.resolve(secret));
        }
        text(BackupFile.LAST, "1\n");
    }

    private static List<String> row(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getMetaData().getColumnCount() == 1
                    ? List.of(row.getString(1))
                    : List.of(row.getString(1), row.getString(2));
        }
    }

    /** They change and vanish while they are read: the log says what became of them. */
    private void files() throws IOException {
        for (Path path : new Listing(data).paths) {
            String name = data.relativize(path).toString().replace('\\', '/');
            if (!BackupFile.isCopied(name)) {
                continue;
            }
            if (Files.isDirectory(path)) {
                tar.putArchiveEntry(new TarArchiveEntry(BackupFile.DATA + name + "/"));
                tar.closeArchiveEntry();
            } else {
                file(BackupFile.DATA + name, path);
            }
        }
    }

    private void log(String first, String last) throws IOException {
        List<Path> segments;
        try (Stream<Path> files = Files.list(data.resolve("pg_wal"))) {
            segments = files.sorted().toList();
        }
        for (Path segment : segments) {
            String name = segment.getFileName().toString();
            boolean needed = name.matches("[0-9A-F]{24}") && name.compareTo(first) >= 0 && name.compareTo(last) <= 0;
            if (needed || name.endsWith(".history")) {
                file(BackupFile.DATA + "pg_wal/" + name, segment);
            }
        }
    }

    private void text(String name, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }

    /** As long as it is now: what is added meanwhile is left out, what is cut off is filled up; both are in the log. */
    private void file(String name, Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            long left = Files.size(path);
            TarArchiveEntry entry = new TarArchiveEntry(name);
            entry.setSize(left);
            tar.putArchiveEntry(entry);
            byte[] block = new byte[BLOCK];
            while (left > 0) {
                int wanted = (int) Math.min(left, block.length);
                int read = in.readNBytes(block, 0, wanted);
                java.util.Arrays.fill(block, read, wanted, (byte) 0);
                tar.write(block, 0, wanted);
                left -= wanted;
            }
            tar.closeArchiveEntry();
        } catch (NoSuchFileException gone) {
            // A table that was dropped meanwhile, or a secret that this installation doesn't have.
        }
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }

    /** What is below a directory, without what vanishes under the hand. */
    private static final class Listing extends SimpleFileVisitor<Path> {

        private final List<Path> paths = new ArrayList<>();

        Listing(Path directory) throws IOException {
            Files.walkFileTree(directory, this);
            paths.remove(directory);
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            paths.add(directory);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            paths.add(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException gone) throws IOException {
            if (gone instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw gone;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException trouble) {
            return FileVisitResult.CONTINUE;
        }
    }
}
