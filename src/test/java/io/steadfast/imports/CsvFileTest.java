package io.steadfast.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.imports.core.ImportKind;
import io.steadfast.imports.core.ImportPlan;
import io.steadfast.imports.core.ImportRefusal;
import io.steadfast.platform.refusals.FieldError;
import io.steadfast.platform.refusals.Refusal;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CsvFileTest {

    private static ImportPlan plan(Map<String, String> mapping) {
        return new ImportPlan(
                ImportKind.MEMBERS,
                Optional.empty(),
                mapping,
                "import",
                "all",
                ImportPlan.NewMembers.MADE,
                ImportPlan.Mode.FOR_GOOD);
    }

    private static List<Map<String, String>> rows(byte[] bytes, Map<String, String> mapping) {
        try (CsvFile file = CsvFile.open(new ByteArrayInputStream(bytes))) {
            Map<String, Integer> columns = file.columns(plan(mapping));
            List<Map<String, String>> rows = new ArrayList<>();
            Optional<CsvFile.Line> line = file.next(columns);
            while (line.isPresent()) {
                rows.add(line.get().cells().orElse(Map.of("trouble", "yes")));
                line = file.next(columns);
            }
            return rows;
        }
    }

    private static List<Map<String, String>> rows(String text) {
        return rows(text.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    private static List<String> refused(Runnable reading) {
        try {
            reading.run();
            return List.of();
        } catch (Refusal refusal) {
            return refusal.errors().isEmpty()
                    ? List.of(refusal.reason().name())
                    : refusal.errors().stream().map(FieldError::code).toList();
        }
    }

    @Test
    void a_mark_semicolons_quotes_line_breaks_and_chinese_names_are_read() {
        String text = "\uFEFFexternalId;name;EMAIL\r\n1;\"王 \"\"芳\"\"\n二\"; a@b.test \r\n\r\n2;李雷;\r\n";
        assertThat(rows(text))
                .containsExactly(
                        Map.of("externalId", "1", "name", "王 \"芳\"\n二", "email", "a@b.test"),
                        Map.of("externalId", "2", "name", "李雷"));
    }

    @Test
    void the_line_that_excel_writes_names_the_separator() {
        assertThat(rows("sep=|\nexternalId|name\n1|a,b;c\n"))
                .containsExactly(Map.of("externalId", "1", "name", "a,b;c"));
        assertThat(rows("externalId\tname\n1\ta,b\n")).containsExactly(Map.of("externalId", "1", "name", "a,b"));
    }

    @Test
    void a_mapping_names_other_columns_and_attributes_are_read_by_their_names() {
        byte[] text = "Kundennr,Schuh,attributes.Diet\n7,38,vegan\n".getBytes(StandardCharsets.UTF_8);
        assertThat(rows(text, Map.of("externalId", "kundennr", "attributes.shoe", "Schuh")))
                .containsExactly(Map.of("externalId", "7", "attributes.shoe", "38", "attributes.Diet", "vegan"));
    }

    @Test
    void missing_and_doubled_columns_are_refused_by_their_fields() {
        byte[] text = "id,id,name\n1,1,a\n".getBytes(StandardCharsets.UTF_8);
        assertThat(refused(() -> rows(text, Map.of("externalId", "id", "phone", "tel"))))
                .containsExactlyInAnyOrder("COLUMN_TWICE", "COLUMN_MISSING");
    }

    @Test
    void empty_files_and_other_character_sets_are_refused() {
        assertThat(refused(() -> rows(""))).containsExactly("FILE_EMPTY");
        byte[] gbk = "externalId,name\n1,王芳\n".getBytes(Charset.forName("GBK"));
        assertThatThrownBy(() -> rows(gbk, Map.of()))
                .satisfies(failure -> assertThat(
                                (failure instanceof Refusal refusal ? refusal : CsvFile.refusal((Exception) failure))
                                        .reason())
                        .isEqualTo(ImportRefusal.NOT_UTF8));
    }

    @Test
    void a_row_may_have_too_few_cells_but_not_too_many() {
        assertThat(rows("externalId,name\n1\n2,b,,\n3,c,d\n"))
                .containsExactly(
                        Map.of("externalId", "1"), Map.of("externalId", "2", "name", "b"), Map.of("trouble", "yes"));
    }

    @Test
    void a_cell_that_is_far_too_long_refuses_its_row_and_no_other() {
        byte[] text = ("externalId,name,note\n1," + "x".repeat(2_001) + "\n2,b," + "y".repeat(2_001) + "\n")
                .getBytes(StandardCharsets.UTF_8);
        try (CsvFile file = CsvFile.open(new ByteArrayInputStream(text))) {
            Map<String, Integer> columns = file.columns(plan(Map.of()));
            CsvFile.Line refused = file.next(columns).orElseThrow();
            assertThat(refused.cells()).isEmpty();
            assertThat(refused.trouble().orElseThrow().field()).isEqualTo("name");
            assertThat(refused.trouble().orElseThrow().reason()).isEqualTo(ImportRefusal.CELL_TOO_LONG);
            // Nobody asked for the note.
            assertThat(file.next(columns).orElseThrow().cells()).contains(Map.of("externalId", "2", "name", "b"));
        }
    }

    @ParameterizedTest
    @MethodSource("endless")
    void what_would_fill_the_memory_isnt_csv(String rows) {
        byte[] text = ("externalId,name\n" + rows).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> rows(text, Map.of()))
                .satisfies(failure -> assertThat(
                                CsvFile.refusal((Exception) failure).reason())
                        .isEqualTo(ImportRefusal.NOT_CSV))
                .satisfies(failure -> assertThat(CsvFile.isReaders(failure)).isTrue());
    }

    static List<String> endless() {
        return List.of(
                "1,\"" + "never closed\n".repeat(20_000),
                "1," + "x".repeat(70_000),
                "1" + ",".repeat(2_000),
                "1" + ("," + "x".repeat(1_900)).repeat(200));
    }

    @Test
    void a_column_whose_name_cant_be_an_attributes_is_none() {
        assertThat(rows("externalId,attributes." + "x".repeat(200) + ",\"attributes.\u0000\"\n1,a,b\n"))
                .containsExactly(Map.of("externalId", "1"));
    }

    @Test
    void pieces_are_read_as_one_stream() {
        byte[] text = "externalId,name\n1,王芳\n".getBytes(StandardCharsets.UTF_8);
        CsvFile.Pieces pieces = new CsvFile.Pieces(
                number -> number < text.length ? Optional.of(new byte[] {text[number]}) : Optional.empty());
        try (CsvFile file = CsvFile.open(pieces)) {
            assertThat(file.next(file.columns(plan(Map.of()))).orElseThrow().cells())
                    .contains(Map.of("externalId", "1", "name", "王芳"));
        }
    }
}
