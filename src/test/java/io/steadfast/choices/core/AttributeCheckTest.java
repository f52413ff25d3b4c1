package io.steadfast.choices.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttributeCheckTest {

    private static AttributeDefinition declared(String name, AttributeType type, String... values) {
        return new AttributeDefinition(
                AttributeSubject.MEMBER,
                name,
                type,
                List.of(values),
                AttributeDefinition.Privacy.OPEN,
                EnumSet.allOf(AttributeWriter.class),
                0);
    }

    private static List<AttributeTrouble> written(AttributeDefinition definition, List<String> values) {
        return new AttributeCheck(List.of(definition))
                .troubles(Map.of(), Map.of(definition.name(), values), AttributeWriter.API);
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT, anything, true",
        "NUMBER, 38.5, true",
        "NUMBER, -1, true",
        "NUMBER, 38 cm, false",
        "NUMBER, 1e5, false",
        "NUMBER, 1E+999999999, false",
        "NUMBER, 1234567890123456789, false",
        "YES_NO, true, true",
        "YES_NO, yes, false",
        "DATE, 2026-02-28, true",
        "DATE, 2026-02-30, false",
        "DATE, 28.02.2026, false",
        "ONE_OF, tea, true",
        "ONE_OF, Tea, false",
        "ANY_OF, chess, true",
        "ANY_OF, go, false"
    })
    void a_value_fits_the_declared_type(AttributeType type, String value, boolean fits) {
        AttributeDefinition definition =
                type.isChoice() ? declared("likes", type, "tea", "chess") : declared("likes", type);
        assertThat(written(definition, List.of(value)).isEmpty()).isEqualTo(fits);
    }

    @Test
    void only_any_of_takes_several_values_or_none() {
        assertThat(written(declared("likes", AttributeType.ANY_OF, "tea", "chess"), List.of("tea", "chess")))
                .isEmpty();
        assertThat(written(declared("likes", AttributeType.ANY_OF, "tea"), List.of()))
                .isEmpty();
        assertThat(written(declared("likes", AttributeType.ONE_OF, "tea", "chess"), List.of("tea", "chess")))
                .extracting(AttributeTrouble::reason)
                .containsExactly(ChoiceRefusal.ATTRIBUTE_NOT_ONE_OF);
        assertThat(written(declared("shoe", AttributeType.NUMBER), List.of("38", "39")))
                .extracting(AttributeTrouble::reason)
                .containsExactly(ChoiceRefusal.ATTRIBUTE_WRONG_TYPE);
    }

    @Test
    void where_nothing_is_declared_anything_is_taken_and_from_the_first_declaration_on_only_that() {
        Map<String, List<String>> after = Map.of("hat", List.of("7"));
        assertThat(new AttributeCheck(List.of()).troubles(Map.of(), after, AttributeWriter.API))
                .isEmpty();
        assertThat(new AttributeCheck(List.of(declared("shoe", AttributeType.NUMBER)))
                        .troubles(Map.of(), after, AttributeWriter.API))
                .containsExactly(new AttributeTrouble("hat", ChoiceRefusal.ATTRIBUTE_NOT_DECLARED, Map.of()));
    }

    @Test
    void what_stood_before_and_stays_is_not_judged_again() {
        Map<String, List<String>> stood = Map.of("hat", List.of("7"), "shoe", List.of("small"));
        assertThat(new AttributeCheck(List.of(declared("shoe", AttributeType.NUMBER)))
                        .troubles(stood, stood, AttributeWriter.API))
                .isEmpty();
    }

    @Test
    void who_may_not_write_an_attribute_may_not_take_it_away_either() {
        AttributeDefinition staffs = new AttributeDefinition(
                AttributeSubject.MEMBER,
                "note",
                AttributeType.TEXT,
                List.of(),
                AttributeDefinition.Privacy.PERSONAL,
                Set.of(AttributeWriter.STAFF),
                0);
        AttributeCheck check = new AttributeCheck(List.of(staffs));
        AttributeTrouble trouble = new AttributeTrouble("note", ChoiceRefusal.ATTRIBUTE_NOT_WRITABLE, Map.of());
        Map<String, List<String>> note = Map.of("note", List.of("x"));
        assertThat(check.troubles(Map.of(), note, AttributeWriter.API)).containsExactly(trouble);
        assertThat(check.troubles(note, Map.of(), AttributeWriter.API)).containsExactly(trouble);
        assertThat(check.troubles(Map.of(), note, AttributeWriter.STAFF)).isEmpty();
    }
}
