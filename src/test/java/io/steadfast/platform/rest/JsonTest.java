package io.steadfast.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.platform.refusals.FieldError;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    enum Status {
        PLACED,
        GIFT_CARD
    }

    record Line(String sku, @Nullable Long amount, @Nullable BigDecimal quantity) {}

    record Body(
            @Nullable String name,
            @Nullable Long amount,
            @Nullable Integer count,
            @Nullable Boolean flag,
            @Nullable Instant at,
            @Nullable LocalDate day,
            @Nullable UUID id,
            @Nullable MemberId member,
            @Nullable ProgramCode program,
            @Nullable Status status,
            @Nullable List<Line> lines,
            @Nullable Map<String, String> attributes) {}

    private final Json json = new Json();

    private Body read(String text) {
        return json.read(text.getBytes(StandardCharsets.UTF_8), Body.class);
    }

    private static String errorOf(ThrowingCallable call) {
        Refusal refusal = org.assertj.core.api.Assertions.catchThrowableOfType(Refusal.class, call);
        if (refusal.errors().isEmpty()) {
            return refusal.reason().name();
        }
        FieldError error = refusal.errors().get(0);
        return error.path() + " " + error.code();
    }

    @Test
    void aRightBodyIsRead() {
        Body body = read("""
                {"name": "Ada 会员 😀", "amount": 9007199254740993, "flag": true, "at": "2026-01-31T09:30:00+01:00",
                 "day": "2026-01-31", "status": "gift_card", "program": "CLUB",
                 "lines": [{"sku": "A", "amount": 1, "quantity": 1.125}]}
                """);
        assertThat(body.name()).isEqualTo("Ada 会员 😀");
        assertThat(body.amount()).isEqualTo(9007199254740993L);
        assertThat(body.at()).isEqualTo(Instant.parse("2026-01-31T08:30:00Z"));
        assertThat(body.status()).isEqualTo(Status.GIFT_CARD);
        assertThat(body.lines()).containsExactly(new Line("A", 1L, new BigDecimal("1.125")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"nam": "x"}                                          | nam UNKNOWN_FIELD
                    {"lines": [{"sku": "A"}, {"sku": "B", "price": 1}]}   | lines[1].price UNKNOWN_FIELD
                    {"name": "x", "name": "y"}                            | name DUPLICATE_FIELD
                    {"attributes": {"a": "1", "a": "2"}}                  | attributes.a DUPLICATE_FIELD
                    {"lines": [{"sku": "A", "sku": "A"}]}                 | lines[0].sku DUPLICATE_FIELD
                    {"amount": "5"}                                       | amount WRONG_TYPE
                    {"amount": 1.5}                                       | amount WRONG_TYPE
                    {"amount": 1.0}                                       | amount WRONG_TYPE
                    {"amount": 1e3}                                       | amount WRONG_TYPE
                    {"amount": true}                                      | amount WRONG_TYPE
                    {"amount": []}                                        | amount WRONG_TYPE
                    {"amount": ""}                                        | amount WRONG_TYPE
                    {"name": 5}                                           | name WRONG_TYPE
                    {"name": true}                                        | name WRONG_TYPE
                    {"name": {}}                                          | name WRONG_TYPE
                    {"flag": "true"}                                      | flag WRONG_TYPE
                    {"flag": 1}                                           | flag WRONG_TYPE
                    {"lines": {}}                                         | lines WRONG_TYPE
                    {"lines": ["A"]}                                      | lines[0] WRONG_TYPE
                    {"lines": ""}                                         | lines WRONG_TYPE
                    {"lines": [{"sku": "A", "quantity": "1"}]}            | lines[0].quantity WRONG_TYPE
                    {"amount": 9223372036854775808}                       | amount OUT_OF_RANGE
                    {"count": 2147483648}                                 | count OUT_OF_RANGE
                    {"lines": [{"sku": "A", "quantity": 1e999999999}]}    | lines[0].quantity OUT_OF_RANGE
                    {"at": "2026-01-31T09:30:00"}                         | at NOT_AN_INSTANT
                    {"at": "yesterday"}                                   | at NOT_AN_INSTANT
                    {"at": "+99999-01-31T09:30:00Z"}                      | at NOT_AN_INSTANT
                    {"at": 1767225600}                                    | at WRONG_TYPE
                    {"day": "2026-02-30"}                                 | day NOT_A_DATE
                    {"day": [2026, 1, 1]}                                 | day WRONG_TYPE
                    {"id": "1-1-1-1-1"}                                   | id NOT_AN_ID
                    {"member": "x"}                                       | member NOT_AN_ID
                    {"program": "no blanks"}                              | program NOT_VALID
                    {"status": "PLACED"}                                  | status NOT_ONE_OF
                    {"status": 0}                                         | status WRONG_TYPE
                    {"name": "a\\u0000b"}                                 | name BAD_CHARACTER
                    {"name": "\\ud800"}                                   | name BAD_CHARACTER
                    {"attributes": {"\\u0000": "x"}}                      | attributes.\u0000 BAD_CHARACTER
                    [1]                                                   | ` WRONG_TYPE`
                    "x"                                                   | ` WRONG_TYPE`
                    {} {}                                                 | ` MALFORMED_JSON`
                    {"name": "x"                                          | name MALFORMED_JSON
                    {"name": x}                                           | name MALFORMED_JSON
                    {"amount": NaN}                                       | amount MALFORMED_JSON
                    {"amount": 01}                                        | amount MALFORMED_JSON
                    null                                                  | BODY_MISSING
                    """)
    void aWrongBodyIsRefusedByTheNameOfItsField(String body, String error) {
        assertThat(errorOf(() -> read(body))).isEqualTo(error);
    }

    /** As features have them. */
    record OwnId(UUID value) {
        @Override
        public String toString() {
            return value.toString();
        }
    }

    record Told(OwnId id, Optional<ProgramCode> program, List<OwnId> others) {}

    @Test
    void anIdOrACodeOfAnyFeatureIsWrittenAsAPlainString() {
        OwnId id = new OwnId(UUID.fromString("01a20575-f3fe-78f2-b1e3-30b6863980c8"));
        assertThat(json.text(new Told(id, Optional.of(new ProgramCode("CLUB")), List.of(id))))
                .isEqualTo("{\"id\":\"" + id + "\",\"program\":\"CLUB\",\"others\":[\"" + id + "\"]}");
    }

    @Test
    void anEmptyBodyIsRefused() {
        assertThat(errorOf(() -> read(""))).isEqualTo("BODY_MISSING");
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        byte[] body = {'{', '"', 'n', 'a', 'm', 'e', '"', ':', '"', (byte) 0xC3, (byte) 0x28, '"', '}'};
        assertThat(errorOf(() -> json.read(body, Body.class))).endsWith("MALFORMED_JSON");
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 1_000, 100_000})
    void aDocumentThatIsTooDeepIsRefused(int levels) {
        assertThat(errorOf(() -> read("{\"lines\":" + "[".repeat(levels)))).isEqualTo(" TOO_DEEP");
    }

    @Test
    void aNumberOfThousandDigitsIsRefused() {
        assertThatThrownBy(() -> read("{\"amount\": " + "9".repeat(1_000) + "}"))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void codesIdsAndEnumsAreWrittenAsPlainStringsAndWhatIsEmptyIsLeftOut() {
        record Answer(
                MemberId member,
                ProgramCode program,
                Status status,
                Optional<String> none,
                @Nullable String nothing) {}
        UUID id = new UUID(1, 2);
        assertThat(json.text(
                        new Answer(new MemberId(id), new ProgramCode("P"), Status.GIFT_CARD, Optional.empty(), null)))
                .isEqualTo("{\"member\":\"" + id + "\",\"program\":\"P\",\"status\":\"gift_card\"}");
    }

    @Test
    void instantsAreWrittenWithTheirOffsetAndReasonsKeepTheirCase() {
        record Answer(Instant at, LocalDate day, DoorReason code, Map<ProgramCode, Long> points) {}
        assertThat(json.text(new Answer(
                        Instant.parse("2026-01-31T08:30:00Z"),
                        LocalDate.of(2026, 1, 31),
                        DoorReason.BUSY,
                        Map.of(new ProgramCode("P"), 1L))))
                .isEqualTo(
                        "{\"at\":\"2026-01-31T08:30:00Z\",\"day\":\"2026-01-31\",\"code\":\"BUSY\",\"points\":{\"P\":1}}");
    }

    @Test
    void aListThatEndsSaysSo() {
        assertThat(json.text(new Page<>(List.of(1), Optional.empty())))
                .isEqualTo("{\"items\":[1],\"nextCursor\":null}");
    }
}
