package io.steadfast.imports.rest;

import io.steadfast.imports.core.ImportRefusal;
import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.rest.DoorReason;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A form on its way in. The server takes it apart whole before anybody is asked, and holds every part and every header of it:
 * so it ends as soon as it is larger, has more parts, or says more about one of them than any form that is meant.
 */
final class BoundedForm extends FilterInputStream {

    /** The largest file and what stands around it. */
    static final long MOST_BYTES = (1L << 30) + (1L << 20);

    static final int MOST_MEGABYTES = 1_024;

    private static final int MOST_HEADER_BYTES = 8_192;
    private static final byte[] HEADER_END = {'\r', '\n', '\r', '\n'};
    private static final int IN_CONTENT = -1;

    private final long mostBytes;
    private final byte[] delimiter;
    private final int[] fallBack;
    private long taken;
    private int matched;
    private int delimiters;
    private int headerBytes;
    private int headerEnd;

    BoundedForm(InputStream form, String boundary) {
        this(form, boundary, MOST_BYTES);
    }

    BoundedForm(InputStream form, String boundary, long mostBytes) {
        super(form);
        this.mostBytes = mostBytes;
        delimiter = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        fallBack = fallBack(delimiter);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        int length = super.read(into, from, most);
        taken += Math.max(0, length);
        if (taken > mostBytes) {
            throw tooLarge();
        }
        for (int at = from; at < from + length; at++) {
            look(into[at]);
        }
        return length;
    }

    /** Skipped bytes would be bytes that nobody looked at. */
    @Override
    public long skip(long most) throws IOException {
        return read(new byte[(int) Math.min(most, MOST_HEADER_BYTES)]);
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    static Refusal tooLarge() {
        return new Refusal(ImportRefusal.FILE_TOO_LARGE, Map.of("mostMegabytes", MOST_MEGABYTES));
    }

    private void look(byte next) {
        if (headerBytes != IN_CONTENT) {
            lookForContent(next);
        }
        while (matched > 0 && next != delimiter[matched]) {
            matched = fallBack[matched - 1];
        }
        if (next == delimiter[matched]) {
            matched++;
        }
        if (matched == delimiter.length) {
            matched = 0;
            delimiters++;
            headerBytes = 0;
            headerEnd = 0;
            // The last one ends the form.
            if (delimiters > ImportForm.MOST_PARTS + 1) {
                throw FieldErrors.one("", FieldReason.TOO_MANY, Map.of("most", ImportForm.MOST_PARTS));
            }
        }
    }

    private void lookForContent(byte next) {
        headerBytes++;
        if (next == HEADER_END[headerEnd]) {
            headerEnd++;
        } else {
            headerEnd = next == HEADER_END[0] ? 1 : 0;
        }
        if (headerEnd == HEADER_END.length) {
            headerBytes = IN_CONTENT;
        } else if (headerBytes > MOST_HEADER_BYTES) {
            throw new Refusal(DoorReason.BAD_REQUEST);
        }
    }

    /** How much of the delimiter is still matched when its next byte isn't the one (Knuth, Morris and Pratt 1977). */
    private static int[] fallBack(byte[] word) {
        int[] back = new int[word.length];
        int length = 0;
        for (int at = 1; at < word.length; at++) {
            while (length > 0 && word[at] != word[length]) {
                length = back[length - 1];
            }
            if (word[at] == word[length]) {
                length++;
            }
            back[at] = length;
        }
        return back;
    }
}
