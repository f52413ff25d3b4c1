package io.steadfast.imports.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.imports.core.ImportRefusal;
import io.steadfast.platform.refusals.FieldReason;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.rest.DoorReason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedFormTest {

    private static final String PART = "--aab\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n-a--aa\r\n";

    /** What comes through where it is read in pieces of this length. */
    private static String read(String form, int pieces) throws IOException {
        StringBuilder all = new StringBuilder();
        try (InputStream in =
                new BoundedForm(new ByteArrayInputStream(form.getBytes(StandardCharsets.ISO_8859_1)), "aab")) {
            byte[] piece = in.readNBytes(pieces);
            while (piece.length > 0) {
                all.append(new String(piece, StandardCharsets.ISO_8859_1));
                piece = in.readNBytes(pieces);
            }
        }
        return all.toString();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 4_096})
    void a_form_comes_through_as_it_is_and_one_part_more_than_there_are_doesnt(int pieces) throws IOException {
        String most = PART.repeat(ImportForm.MOST_PARTS) + "--aab--\r\n";
        assertThat(read(most, pieces)).isEqualTo(most);
        assertThatThrownBy(() -> read(PART + most, pieces))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.errors().get(0).reason()).isEqualTo(FieldReason.TOO_MANY));
    }

    @Test
    void content_is_as_long_as_it_likes_and_what_is_said_about_it_isnt() throws IOException {
        String content = "x".repeat(100_000);
        assertThat(read(PART + content + "\r\n--aab--\r\n", 1_000)).contains(content);
        assertThatThrownBy(() -> read("--aab\r\nContent-Disposition: " + content, 1_000))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(DoorReason.BAD_REQUEST));
    }

    @Test
    void what_is_larger_than_any_file_ends_there() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] into, int from, int most) {
                Arrays.fill(into, from, from + most, (byte) 'x');
                return most;
            }
        };
        assertThatThrownBy(() -> {
                    try (InputStream form = new BoundedForm(
                            new java.io.SequenceInputStream(
                                    new ByteArrayInputStream(PART.getBytes(StandardCharsets.ISO_8859_1)), endless),
                            "aab",
                            1 << 20)) {
                        form.transferTo(java.io.OutputStream.nullOutputStream());
                    }
                })
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(ImportRefusal.FILE_TOO_LARGE));
    }
}
