package io.steadfast.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What {@code java -jar steadfast.jar} does when it isn't to start the product: {@code backup FILE} and {@code restore FILE}. */
final class Command {

    private static final int WORDS = 2;

    private final Settings settings;
    private final PrintStream out;

    Command(Settings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    /** The exit code: 0, or 1 with one line that says why. */
    int run(String[] arguments) {
        try {
            if (arguments.length != WORDS) {
                throw new StartRefused("Give nothing, backup FILE or restore FILE.");
            }
            Path file = Path.of(arguments[1]).toAbsolutePath();
            switch (arguments[0]) {
                case "backup" -> backup(file);
                case "restore" -> restore(file);
                default -> throw new StartRefused("There is no command " + arguments[0] + ".");
            }
            return 0;
        } catch (StartRefused refused) {
            out.println("Steadfast: " + refused.line());
        } catch (IOException | RuntimeException failure) {
            out.println("Steadfast: " + arguments[0] + " failed: " + failure);
        }
        return 1;
    }

    private void demandEmbedded() throws StartRefused {
        if (!settings.embeddedDatabase()) {
            throw new StartRefused("STEADFAST_DB_URL names a database of your own; use pg_dump and pg_restore.");
        }
    }

    private void backup(Path file) throws IOException, StartRefused {
        demandEmbedded();
        Backup.write(settings.home(), file);
        out.println("Backed up to " + file + ", " + Files.size(file)
                + " bytes. It holds secrets: keep it as you keep them.");
    }

    private void restore(Path file) throws IOException, StartRefused {
        demandEmbedded();
        if (!Files.isReadable(file)) {
            throw new StartRefused(file + " can't be read.");
        }
        Restore.read(DataDirectory.open(settings.home()), file);
        out.println("Restored from " + file + ". The next start brings the books to the end of the backup.");
    }
}
