package io.steadfast.ledger.core;

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

    /** Told from an empty text by being this very array. */
    private static final byte[] MISSING = new byte[0];

    private static final int LENGTH_BYTES = 4;
    private static final int MARK_BYTES = 8;
    private static final long MICROS = 1_000_000L;

    private CanonicalBytes() {}

    /** The bytes of these fields; text, whole numbers, ids and dates as they are printed. */
    public static byte[] of(@Nullable Object... fields) {
        byte[][] texts = new byte[fields.length][];
        int length = 0;
        for (int i = 0; i < fields.length; i++) {
            Object field = fields[i];
            texts[i] = field == null ? MISSING : String.valueOf(field).getBytes(StandardCharsets.UTF_8);
            length += LENGTH_BYTES + texts[i].length;
        }
        ByteBuffer bytes = ByteBuffer.allocate(length);
        for (byte[] text : texts) {
            bytes.putInt(text == MISSING ? -1 : text.length).put(text);
        }
        return bytes.array();
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
