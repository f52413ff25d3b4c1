package io.steadfast.imports.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowReadingTest {

    private static StagedRow read(ImportKind kind, Map<String, String> fields) {
        return new RowReading(kind, ZoneOffset.UTC).read(7, fields);
    }

    @Test
    void an_order_is_known_by_its_reference_its_instant_and_its_member() {
        StagedRow row = read(
                ImportKind.ORDERS,
                Map.of("reference", "A1", "occurredAt", "1998-06-30", "amount", "1", "member.externalId", "4711"));
        assertThat(row.item()).isEqualTo("A1");
        assertThat(row.happenedAt()).isEqualTo(Instant.parse("1998-06-30T00:00:00Z"));
        assertThat(row.memberKey()).isEqualTo("member.externalId=4711");
        assertThat(read(ImportKind.ORDERS, Map.of("reference", "A1", "occurredAt", "1998-06-30", "amount", "1"))
                        .memberKey())
                .isEmpty();
    }

    @Test
    void a_row_without_what_its_kind_needs_is_refused_by_the_field() {
        assertThatThrownBy(() -> read(ImportKind.ORDERS, Map.of("reference", "A1", "amount", "1")))
                .isInstanceOfSatisfying(
                        RowRefused.class, refused -> assertThat(refused.field()).isEqualTo("occurredAt"));
        assertThatThrownBy(() -> read(ImportKind.MEMBERS, Map.of("name", "Ada")))
                .isInstanceOfSatisfying(
                        RowRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(ImportRefusal.NOBODY_NAMED));
    }

    @Test
    void a_balance_without_a_reference_is_named_by_what_it_is() {
        Map<String, String> fields = Map.of(
                "member.email", "a@b.test", "points", "500", "earnedAt", "2026-01-01", "expiresAt", "2027-01-01");
        assertThat(read(ImportKind.BALANCES, fields).item())
                .isEqualTo("member.email=a@b.test||2026-01-01T00:00:00Z|2027-01-01|500");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reference", "member.externalId", "note"})
    void a_cell_that_cant_be_kept_is_refused_by_its_field_and_takes_no_other_row_with_it(String field) {
        Map<String, String> fields = new HashMap<>(
                Map.of("reference", "A1", "occurredAt", "1998-06-30", "amount", "1", "member.externalId", "4711"));
        fields.put(field, "王".repeat(200));
        assertThat(read(ImportKind.ORDERS, fields).line()).isEqualTo(7);
        fields.put(field, "王".repeat(201));
        assertThatThrownBy(() -> read(ImportKind.ORDERS, fields)).isInstanceOfSatisfying(RowRefused.class, refused -> {
            assertThat(refused.field()).isEqualTo(field);
            assertThat(refused.reason()).isEqualTo(ImportRefusal.CELL_TOO_LONG);
        });
        fields.put(field, "A\u00001");
        assertThatThrownBy(() -> read(ImportKind.ORDERS, fields)).isInstanceOfSatisfying(RowRefused.class, refused -> {
            assertThat(refused.field()).isEqualTo(field);
            assertThat(refused.reason()).isEqualTo(ImportRefusal.CELL_NOT_TEXT);
        });
        fields.put(field, "two\r\nlines\tand a tab");
        assertThat(read(ImportKind.ORDERS, fields).line()).isEqualTo(7);
    }

    @Test
    void the_mapping_of_cdnow_names_fields_of_orders_only() {
        assertThat(Mappings.named("CDNOW").orElseThrow().keySet()).allMatch(ImportKind.ORDERS::knows);
        assertThat(Mappings.named("cdnow")).isEmpty();
        assertThat(ImportKind.MEMBERS.knows("attributes.shoe")).isTrue();
        assertThat(ImportKind.ORDERS.knows("attributes.shoe")).isFalse();
    }
}
