package io.steadfast.launcher;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.PayaraMicroBoot;
import fish.payara.micro.boot.PayaraMicroLauncher;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Payara Micro with the war: one listener, no cluster, its working files under the data directory. */
final class ApplicationServer {

    private static final String PAYARAS_HOOK = "Payara Micro Shutdown Hook";

    private final PayaraMicroRuntime runtime;

    private ApplicationServer(PayaraMicroRuntime runtime) {
        this.runtime = runtime;
    }

    static ApplicationServer start(DataDirectory home, Settings settings, Path war) throws IOException, StartRefused {
        Path directory = home.emptied("server");
        Path commands = directory.resolve("pre-boot-commands");
        Files.writeString(commands, packaged("pre-boot-commands").replace("${steadfast.bind}", settings.bind()));
        Path opening = directory.resolve("post-deploy-commands");
        Files.writeString(opening, packaged("post-deploy-commands"));
        Path logging = directory.resolve("logging.properties");
        Files.writeString(logging, packaged("logging.properties"));
        System.setProperty("java.util.logging.config.file", logging.toString());
        String[] arguments = {
            "--nohazelcast",
            "--disablephonehome",
            "--rootdir",
            directory.resolve("payara").toString(),
            "--logproperties",
            logging.toString(),
            "--prebootcommandfile",
            commands.toString(),
            "--postdeploycommandfile",
            opening.toString(),
            "--port",
            String.valueOf(settings.port()),
            "--contextroot",
            "/",
            "--deploy",
            war.toString()
        };
        Files.createDirectories(directory.resolve("payara"));
        // The server logs to the error stream; what it prints to the other one are forgotten traces of its makers.
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        try {
            PayaraMicroBoot boot = PayaraMicroLauncher.create(arguments);
            takeOffPayarasHook();
            return new ApplicationServer(boot.getRuntime());
        } catch (Exception e) {
            throw new StartRefused("The application server doesn't start: " + e.getMessage());
        }
    }

    boolean hasDeployed() {
        return !runtime.getDeployedApplicationNames().isEmpty();
    }

    /** Returns when the listener is closed and the war is undeployed. */
    void stop() throws IOException {
        try {
            runtime.shutdown();
        } catch (BootstrapException | IllegalStateException e) {
            throw new IOException("The application server doesn't stop: " + e.getMessage(), e);
        }
    }

    /**
     * Payara Micro stops itself when the process is told to end, beside our own stop and perhaps after the database is
     * gone. There is no option for it, so its hook is taken off the list.
     */
    private static void takeOffPayarasHook() throws ReflectiveOperationException {
        Field field = Class.forName("java.lang.ApplicationShutdownHooks").getDeclaredField("hooks");
        field.setAccessible(true);
        List<Thread> hooks = ((Map<?, ?>) field.get(null))
                .keySet().stream().map(Thread.class::cast).toList();
        hooks.stream()
                .filter(hook -> hook.getName().equals(PAYARAS_HOOK))
                .forEach(Runtime.getRuntime()::removeShutdownHook);
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
