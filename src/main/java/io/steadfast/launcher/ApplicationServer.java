package io.steadfast.launcher;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.PayaraMicroBoot;
import fish.payara.micro.boot.PayaraMicroLauncher;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Payara Micro with the war: one listener, no cluster, its working files under the data directory. */
final class ApplicationServer {

    /** Payara's own hook runs beside ours when the process is told to end; it bears this name. */
    private static final String PAYARAS_HOOK = "Payara Micro Shutdown Hook";

    private static final long STOP_LIMIT_SECONDS = 30;

    private final PayaraMicroRuntime runtime;

    private ApplicationServer(PayaraMicroRuntime runtime) {
        this.runtime = runtime;
    }

    static ApplicationServer start(DataDirectory home, Settings settings, Path war) throws IOException, StartRefused {
        Path directory = home.emptied("server");
        Path commands = directory.resolve("pre-boot-commands");
        Files.writeString(commands, packaged("pre-boot-commands").replace("${steadfast.bind}", settings.bind()));
        Path logging = directory.resolve("logging.properties");
        Files.writeString(logging, packaged("logging.properties"));
        System.setProperty("java.util.logging.config.file", logging.toString());
        String[] arguments = {
            "--nohazelcast",
            "--nocluster",
            "--disablephonehome",
            "--rootdir",
            directory.resolve("payara").toString(),
            "--logproperties",
            logging.toString(),
            "--prebootcommandfile",
            commands.toString(),
            "--port",
            String.valueOf(settings.port()),
            "--contextroot",
            "/",
            "--deploy",
            war.toString()
        };
        Files.createDirectories(directory.resolve("payara"));
        try {
            PayaraMicroBoot boot = PayaraMicroLauncher.create(arguments);
            return new ApplicationServer(boot.getRuntime());
        } catch (Exception e) {
            throw new StartRefused("The application server doesn't start: " + e.getMessage());
        }
    }

    boolean hasDeployed() {
        return !runtime.getDeployedApplicationNames().isEmpty();
    }

    /** Returns when requests in flight are answered and the war is undeployed. */
    void stop() {
        try {
            runtime.shutdown();
        } catch (BootstrapException | IllegalStateException e) {
            awaitPayarasHook();
        }
    }

    private static void awaitPayarasHook() {
        Optional<Thread> hook = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(PAYARAS_HOOK))
                .findAny();
        try {
            if (hook.isPresent()) {
                hook.get().join(TimeUnit.SECONDS.toMillis(STOP_LIMIT_SECONDS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String packaged(String name) throws IOException {
        try (InputStream file = ApplicationServer.class.getResourceAsStream("/payara/" + name)) {
            if (file == null) {
                throw new IOException("payara/" + name + " is missing in the launcher's jar");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
