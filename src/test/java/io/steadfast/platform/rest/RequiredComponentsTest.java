package io.steadfast.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.steadfast.platform.refusals.FieldError;
import io.steadfast.platform.refusals.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequiredComponentsTest {

    record Part(String code) {}

    record Whole(
            Part part,
            String name,
            Optional<String> maybe,
            @Nullable String perhaps,
            long number,
            @Nullable List<Part> parts,
            Optional<Set<String>> words) {}

    private static final Json JSON = new Json();

    private static Whole read(String text) {
        return JSON.read(text.getBytes(StandardCharsets.UTF_8), Whole.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{\"name\": \"a\"} | part",
                "{\"part\": null, \"name\": \"a\"} | part",
                "{\"part\": {\"code\": \"x\"}} | name",
                "{\"part\": {\"code\": \"x\"}, \"name\": null} | name",
                "{\"part\": {}, \"name\": \"a\"} | part.code",
                "{\"part\": {\"code\": null}, \"name\": \"a\"} | part.code",
                "{\"part\": {\"code\": \"x\"}, \"name\": \"a\", \"parts\": [{}]} | parts[0].code",
                "{\"part\": {\"code\": \"x\"}, \"name\": \"a\", \"parts\": [{\"code\": \"x\"}, null]} | parts[1]",
                "{\"part\": {\"code\": \"x\"}, \"name\": \"a\", \"words\": [\"a\", null]} | words[1]"
            })
    void a_component_that_must_be_there_is_asked_for_by_its_name(String text, String path) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> read(text));
        assertThat(refusal.errors())
                .extracting(FieldError::path, FieldError::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(path, "REQUIRED"));
    }

    @Test
    void what_may_be_left_out_may_be_null_too() {
        Whole left = read("{\"part\": {\"code\": \"x\"}, \"name\": \"a\", \"number\": 1}");
        assertThat(left.maybe()).isEmpty();
        assertThat(left.perhaps()).isNull();
        assertThat(left.parts()).isNull();
        assertThat(
                        read(
                                "{\"part\": {\"code\": \"x\"}, \"name\": \"a\", \"number\": 1, \"maybe\": null, \"perhaps\": null}"))
                .isEqualTo(left);
    }
}
