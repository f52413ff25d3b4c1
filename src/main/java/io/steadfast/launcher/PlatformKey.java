package io.steadfast.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The operators' first key where the product brings its own database: random, in a file that only its owner reads, so that
 * it stands in no log. A setting goes before it.
 */
final class PlatformKey {

    static final String FILE = "platform-key";

    private static final String SETTING = "steadfast.platform.key";
    private static final int BYTES = 32;

    private PlatformKey() {}

    static void publish(Settings settings, DataDirectory home) throws IOException {
        if (settings.find(SETTING).isPresent()) {
            return;
        }
        Path file = home.path(FILE);
        if (!Files.exists(file)) {
            byte[] bytes = new byte[BYTES];
            new SecureRandom().nextBytes(bytes);
            home.writeSecret(FILE, "stp_" + HexFormat.of().formatHex(bytes) + "\n");
        }
        System.setProperty(SETTING, Files.readString(file).strip());
    }
}
