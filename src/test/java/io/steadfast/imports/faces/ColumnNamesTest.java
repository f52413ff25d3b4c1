package io.steadfast.imports.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.imports.core.ImportKind;
import io.steadfast.imports.core.ImportRefusal;
import io.steadfast.platform.refusals.Refusal;
import org.junit.jupiter.api.Test;

/** What somebody types to say which column is what. */
class ColumnNamesTest {

    @Test
    void a_line_names_our_field_and_their_column() {
        assertThat(ColumnNames.read(ImportKind.MEMBERS, "externalId = customer no.\n\n name=full name\n"))
                .containsEntry("externalId", "customer no.")
                .containsEntry("name", "full name");
        assertThat(ColumnNames.read(ImportKind.MEMBERS, " ")).isEmpty();
        assertThat(ColumnNames.read(ImportKind.ORDERS, " CDNOW ")).isNotEmpty();
    }

    @Test
    void what_is_no_such_line_is_refused_by_its_name() {
        refused("NOBODYS", ImportRefusal.MAPPING_UNKNOWN);
        refused("externalId = a\njust words", ImportRefusal.COLUMNS_NOT_READ);
        refused("externalId =", ImportRefusal.COLUMNS_NOT_READ);
        refused("nobodyKnows = a", ImportRefusal.FIELD_UNKNOWN);
    }

    private static void refused(String typed, ImportRefusal reason) {
        assertThatThrownBy(() -> ColumnNames.read(ImportKind.MEMBERS, typed))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
