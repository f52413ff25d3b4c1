package io.steadfast.support;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Whatever a test used as a key, a password or a session: after each class the server's log is read for all of them. */
public final class Secrets implements AfterAllCallback {

    private static final int SHORTEST = 8;

    private static final Set<String> KNOWN = ConcurrentHashMap.newKeySet();

    /** A secret may begin in what was read last time. */
    private static final int OVERLAP = 1_000;

    private static long read;

    /** From now on this may stand in no line of the log. */
    public static String isOne(String secret) {
        // A shorter one stands in some number or other by chance.
        if (secret.length() >= SHORTEST) {
            KNOWN.add(secret);
        }
        return secret;
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (Server.isHere() || !Server.isRunning()) {
            return;
        }
        isOne(Server.PLATFORM_KEY);
        String log = logged();
        for (String secret : KNOWN) {
            int at = log.indexOf(secret);
            if (at >= 0) {
                throw new AssertionError("The log holds a secret: "
                        + log.substring(Math.max(0, at - 200), Math.min(log.length(), at + secret.length())));
            }
        }
    }

    private static synchronized String logged() throws IOException {
        try (SeekableByteChannel log = Files.newByteChannel(Server.log()).position(Math.max(0, read - OVERLAP))) {
            byte[] more = Channels.newInputStream(log).readAllBytes();
            read = log.position();
            return new String(more, StandardCharsets.UTF_8);
        }
    }
}
