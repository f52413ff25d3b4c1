package io.steadfast.platform.rest;

import io.steadfast.platform.refusals.Refusal;
import io.steadfast.shared.WrittenTime;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * The key of a list's last row, opaque to callers. Holds sort values and ids only; whoever changes one gets another
 * place in their own list, never another tenant's rows.
 */
public record Cursor(List<String> key) {

    private static final int FORM = 1;
    private static final int MOST_LENGTH = 1_000;

    public Cursor {
        key = List.copyOf(key);
    }

    public static Cursor of(Object... key) {
        return new Cursor(java.util.Arrays.stream(key).map(Object::toString).toList());
    }

    /** Refuses (400) what isn't a cursor of ours. */
    static Cursor parse(String text) {
        if (text.length() > MOST_LENGTH) {
            throw notValid();
        }
        try (DataInputStream in = new DataInputStream(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(text)))) {
            if (in.readUnsignedByte() != FORM) {
                throw notValid();
            }
            List<String> key = new ArrayList<>();
            int parts = in.readUnsignedByte();
            for (int i = 0; i < parts; i++) {
                key.add(in.readUTF());
            }
            if (in.read() >= 0) {
                throw notValid();
            }
            return new Cursor(key);
        } catch (IOException | IllegalArgumentException notOurs) {
            throw notValid();
        }
    }

    /** As it goes to the caller. */
    public String text() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORM);
            out.writeByte(key.size());
            for (String part : key) {
                out.writeUTF(part);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    /** A part of the key; refuses (400) a cursor of another list. */
    public String string(int index) {
        if (index >= key.size() || key.get(index).indexOf('\0') >= 0) {
            throw notValid();
        }
        return key.get(index);
    }

    public UUID uuid(int index) {
        return read(index, UUID::fromString);
    }

    /** A part as what it names, which says by an {@code IllegalArgumentException} that it doesn't. */
    public <T> T read(int index, Function<String, T> reading) {
        try {
            return reading.apply(string(index));
        } catch (IllegalArgumentException otherList) {
            throw notValid();
        }
    }

    public long number(int index) {
        try {
            return Long.parseLong(string(index));
        } catch (NumberFormatException otherList) {
            throw notValid();
        }
    }

    public Instant instant(int index) {
        try {
            return WrittenTime.instant(string(index));
        } catch (DateTimeException otherList) {
            throw notValid();
        }
    }

    private static Refusal notValid() {
        return new Refusal(DoorReason.CURSOR_NOT_VALID);
    }
}
