package io.steadfast.ledger.core;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one byte form of a row: every field as text in UTF-8 with its length in four bytes before it, and -1 for a missing
 * one. The SQL function {@code ledger_bytes} makes the same bytes; both are held to the same test vectors.
 */
public final class CanonicalBytes {

    /** What stands before the first entry of a chain, and before the first seal. */
    private static final byte[] NOTHING_BEFORE = new byte[32];

    private static final int MARK_BYTES = 8;
    private static final long MICROS = 1_000_000L;

    private CanonicalBytes() {}

    /** The bytes of these fields; text, whole numbers, ids and dates as they are printed. */
    public static byte[] of(@Nullable Object... fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Object field : fields) {
            if (field == null) {
                bytes.writeBytes(ByteBuffer.allocate(4).putInt(-1).array());
            } else {
                byte[] text = String.valueOf(field).getBytes(StandardCharsets.UTF_8);
                bytes.writeBytes(ByteBuffer.allocate(4).putInt(text.length).array());
                bytes.writeBytes(text);
            }
        }
        return bytes.toByteArray();
    }

    /** An instant as a field: microseconds since 1970, as the database keeps it. */
    public static long micros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), MICROS), instant.getNano() / 1000);
    }

    /** As {@link #micros(Instant)}; null where there is none. */
    public static @Nullable Long micros(Optional<Instant> instant) {
        return instant.map(CanonicalBytes::micros).orElse(null);
    }

    /** The hash of an entry that follows another: what was before, its own bytes, then those of the rows that belong to it. */
    public static byte[] hash(byte[] previous, byte[] entry, List<byte[]> rows) {
        MessageDigest digest = digest();
        digest.update(previous);
        digest.update(entry);
        rows.forEach(digest::update);
        return digest.digest();
    }

    /** A short check of one row, so that a row that was tampered with can be named. */
    public static byte[] mark(byte[] row) {
        return Arrays.copyOf(digest().digest(row), MARK_BYTES);
    }

    public static byte[] nothingBefore() {
        return NOTHING_BEFORE.clone();
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
