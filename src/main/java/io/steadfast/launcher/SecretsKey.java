package io.steadfast.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * The key that secrets in the database are sealed with. Where the product brings its own database it is made at the first start, in
 * a file that only its owner reads; a database of one's own needs the setting, since every node has to have the same.
 */
final class SecretsKey {

    static final String FILE = "secrets-key";

    private static final String SETTING = "steadfast.secrets.key";
    private static final int BYTES = 32;

    private SecretsKey() {}

    /** For the embedded database. A setting goes before the file, whose key then still opens what it has sealed. */
    static void publish(Settings settings, DataDirectory home) throws IOException, StartRefused {
        Path file = home.path(FILE);
        Optional<String> set = settings.find(SETTING);
        if (set.isEmpty() && !Files.exists(file)) {
            byte[] bytes = new byte[BYTES];
            new SecureRandom().nextBytes(bytes);
            home.writeSecret(FILE, Base64.getEncoder().encodeToString(bytes) + "\n");
        }
        String keys = set.orElse("");
        if (Files.exists(file)) {
            keys = keys + (keys.isEmpty() ? "" : ",") + Files.readString(file).strip();
        }
        publish(keys);
    }

    /** For a database of one's own. */
    static void publish(Settings settings) throws StartRefused {
        publish(settings.get(SETTING));
    }

    private static void publish(String keys) throws StartRefused {
        for (String key : keys.split(",", -1)) {
            demandWhole(key.strip());
        }
        System.setProperty(SETTING, keys);
    }

    private static void demandWhole(String key) throws StartRefused {
        int length;
        try {
            length = Base64.getDecoder().decode(key).length;
        } catch (IllegalArgumentException notBase64) {
            length = 0;
        }
        if (length != BYTES) {
            throw new StartRefused(
                    "STEADFAST_SECRETS_KEY is to be 32 random bytes in Base64, as from: openssl rand -base64 32");
        }
    }
}
