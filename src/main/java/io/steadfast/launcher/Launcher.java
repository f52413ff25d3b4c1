package io.steadfast.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Starts the product: data directory, database, application server, in this order; stops them in the other. Ends with
 * exit code 1 and one line when it can't start.
 */
public final class Launcher {

    /** The process's own output, not {@code System.out}: the application server may put its own in that place. */
    private static final PrintStream OUT =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    private final Settings settings;
    private final RunningParts running = new RunningParts();

    private Launcher(Settings settings) {
        this.settings = settings;
    }

    /** Without arguments it starts the product; see {@link Command} for what else there is. Every choice is a setting. */
    public static void main(String[] arguments) {
        Launcher launcher = new Launcher(Settings.ofThisProcess());
        if (arguments.length > 0) {
            System.exit(new Command(launcher.settings, OUT).run(arguments));
        }
        Runtime.getRuntime().addShutdownHook(new Thread(launcher.running::stop, "steadfast-stop"));
        try {
            launcher.start();
        } catch (StartRefused e) {
            launcher.refuse(e.line());
        } catch (InterruptedException e) {
            launcher.refuse("The start was interrupted.");
        } catch (IOException | RuntimeException e) {
            launcher.refuse("The start failed: " + e);
        }
    }

    private void start() throws StartRefused, IOException, InterruptedException {
        if (settings.isOn("steadfast.stop.with.parent")) {
            ParentProcess.endWithIt();
        }
        Path war = warBesideThisJar();
        DataDirectory home = DataDirectory.open(settings.home());
        demandFreePort();
        boolean embedded = settings.embeddedDatabase();
        settings.demandSafePasswords();
        System.setProperty("steadfast.demo.seed", String.valueOf(settings.seedsDemo()));
        DatabaseAccess access;
        if (embedded) {
            EmbeddedDatabase database = EmbeddedDatabase.in(home);
            running.add(database);
            database.start();
            EmbeddedLogins.ensure(database);
            DatabaseWatch.over(database);
            access = DatabaseAccess.to(database);
            PlatformKey.publish(settings, home);
            SecretsKey.publish(settings, home);
        } else {
            access = DatabaseAccess.from(settings);
        }
        access.check();
        if (!embedded) {
            SecretsKey.publish(settings);
        }
        access.publish();
        URI address = address();
        System.setProperty("steadfast.home", home.home().toString());
        System.setProperty("steadfast.url", settings.find("steadfast.url").orElse(address.toString()));
        ApplicationServer server = ApplicationServer.start(home, settings, war);
        running.add(server);
        if (!server.hasDeployed()) {
            throw new StartRefused(
                    Readiness.refusal().orElse("The application doesn't start; the lines above say why."));
        }
        Readiness.await(address);
        OUT.print(Welcome.text(address, home));
    }

    private void refuse(String line) {
        if (running.isStopping()) {
            return;
        }
        OUT.println("Steadfast doesn't start: " + line);
        System.exit(1);
    }

    private void demandFreePort() throws StartRefused {
        String where = settings.bind();
        try (ServerSocket socket = new ServerSocket(settings.port(), 1, InetAddress.getByName(where))) {
            if (!socket.isBound()) {
                throw new IOException("not bound");
            }
        } catch (IOException e) {
            throw new StartRefused("Port " + settings.port() + " on " + where + " can't be opened: " + e.getMessage()
                    + ". Set STEADFAST_PORT or STEADFAST_BIND to another.");
        }
    }

    /** Where this machine reaches the product: the loopback address when it listens to everybody. */
    private URI address() throws StartRefused, IOException {
        String host = InetAddress.getByName(settings.bind()).isAnyLocalAddress() ? "127.0.0.1" : settings.bind();
        try {
            return new URI("http", null, host, settings.port(), "/", null, null);
        } catch (URISyntaxException e) {
            throw new StartRefused("STEADFAST_BIND is " + settings.bind() + ", not an address.");
        }
    }

    private static Path warBesideThisJar() throws StartRefused {
        try {
            Path jar = Path.of(Launcher.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path war = jar.resolveSibling("steadfast.war");
            if (!Files.isReadable(war)) {
                throw new StartRefused("steadfast.war is not beside " + jar + ".");
            }
            return war;
        } catch (URISyntaxException e) {
            throw new StartRefused("The place of steadfast.jar can't be told: " + e.getMessage());
        }
    }
}
