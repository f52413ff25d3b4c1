package io.steadfast.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The settings as MicroProfile Config reads them: a system property {@code steadfast.db.url} before the environment's
 * {@code STEADFAST_DB_URL} before the packaged defaults. An empty value counts as not set.
 */
final class Settings {

    private static final String DEFAULTS = "/META-INF/microprofile-config.properties";

    /** KiB, as OWASP's password storage page asks for at least with Argon2id in two passes. */
    private static final int SAFE_PASSWORD_MEMORY = 19_456;

    /** 1 GiB: a few sign-ins at once would take the machine's memory. */
    private static final int MOST_PASSWORD_MEMORY = 1_048_576;

    private final Map<String, String> environment;
    private final Properties system;
    private final Properties defaults;

    Settings(Map<String, String> environment, Properties system, Properties defaults) {
        this.environment = environment;
        this.system = system;
        this.defaults = defaults;
    }

    static Settings ofThisProcess() {
        Properties defaults = new Properties();
        try (InputStream file = Settings.class.getResourceAsStream(DEFAULTS)) {
            if (file != null) {
                defaults.load(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Settings(System.getenv(), System.getProperties(), defaults);
    }

    Optional<String> find(String name) {
        return given(system.getProperty(name))
                .or(() -> given(environment.get(environmentName(name))))
                .or(() -> given(defaults.getProperty(name)));
    }

    String get(String name) throws StartRefused {
        return find(name).orElseThrow(() -> new StartRefused(environmentName(name) + " is not set."));
    }

    Path home() {
        Path home = find("steadfast.home")
                .map(Path::of)
                .orElseGet(() -> Path.of(system.getProperty("user.home"), ".steadfast"));
        return home.toAbsolutePath().normalize();
    }

    int port() throws StartRefused {
        String port = get("steadfast.port");
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) == 0 || Integer.parseInt(port) > 65_535) {
            throw new StartRefused("STEADFAST_PORT is " + port + ", not a port between 1 and 65535.");
        }
        return Integer.parseInt(port);
    }

    String bind() throws StartRefused {
        return get("steadfast.bind");
    }

    /** Without an address of a database the product brings its own. */
    boolean embeddedDatabase() {
        return find("steadfast.db.url").isEmpty();
    }

    /** Whether only this machine reaches the product. */
    boolean isLoopback() throws StartRefused, IOException {
        return InetAddress.getByName(bind()).isLoopbackAddress();
    }

    /** Cheap hashes are for tests, whose database nobody else has and whose server nobody else reaches. */
    void demandSafePasswords() throws StartRefused, IOException {
        String memory = get("steadfast.password.memory");
        if (!memory.matches("[0-9]{2,7}") || Integer.parseInt(memory) > MOST_PASSWORD_MEMORY) {
            throw new StartRefused("STEADFAST_PASSWORD_MEMORY is " + memory + ", not a number of KiB up to "
                    + MOST_PASSWORD_MEMORY + ".");
        }
        if (Integer.parseInt(memory) < SAFE_PASSWORD_MEMORY && !(embeddedDatabase() && isLoopback())) {
            throw new StartRefused("STEADFAST_PASSWORD_MEMORY is " + memory + ", less than the " + SAFE_PASSWORD_MEMORY
                    + " KiB that keep stolen hashes from being guessed.");
        }
    }

    /** Demo tenants have printed passwords: they only come where nobody else has the database and nobody else reaches the server. */
    boolean seedsDemo() throws StartRefused, IOException {
        return embeddedDatabase() && isLoopback() && isOn("steadfast.demo");
    }

    boolean isOn(String name) {
        return find(name).map(Boolean::parseBoolean).orElse(false);
    }

    private static Optional<String> given(@Nullable String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static String environmentName(String name) {
        return name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
