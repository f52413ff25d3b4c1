package io.steadfast.designer.faces;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.designer.DocumentEdits;
import io.steadfast.designer.Edit;
import io.steadfast.platform.i18n.Language;
import io.steadfast.programs.ProgramTemplates;
import io.steadfast.programs.core.ProgramDocument;
import java.util.List;
import org.junit.jupiter.api.Test;

/** After an edit that is drawn again which says something else, and nothing that says the same. */
class DrawnBlocksTest {

    private static final Edit ANOTHER_RULE = new Edit(Edit.Op.ADD, "/earning/rules", "rule-buying");
    private static final ProgramDocument BEFORE =
            DocumentEdits.apply(ProgramTemplates.find("P2").orElseThrow(), ANOTHER_RULE);

    @Test
    void a_changed_figure_changes_its_own_block_alone() {
        assertThat(drawn(BEFORE).changedSince(drawn(BEFORE))).contains(List.of());
        ProgramDocument after = edited(new Edit(Edit.Op.TEXT, "/earning/rules/0/name/en", "Points for shopping"));
        assertThat(drawn(after).changedSince(drawn(BEFORE))).contains(List.of(0));
    }

    @Test
    void what_stands_beside_a_block_counts_as_part_of_it() {
        DrawnBlocks found = new DrawnBlocks(
                section(BEFORE),
                block -> block.path().equals("/earning/rules/1") ? List.of("look at this") : List.of());
        assertThat(found.changedSince(drawn(BEFORE))).contains(List.of(1));
    }

    @Test
    void where_blocks_come_go_or_change_places_all_are_drawn() {
        assertThat(drawn(edited(new Edit(Edit.Op.REMOVE, "/earning/rules/1", "")))
                        .changedSince(drawn(BEFORE)))
                .isEmpty();
        assertThat(drawn(edited(ANOTHER_RULE)).changedSince(drawn(BEFORE))).isEmpty();
    }

    @Test
    void where_very_many_changed_all_are_drawn_at_once() {
        ProgramDocument many = BEFORE;
        for (int more = 0; more <= DrawnBlocks.MOST_APART; more++) {
            many = DocumentEdits.apply(many, ANOTHER_RULE);
        }
        DrawnBlocks before = new DrawnBlocks(section(many), block -> List.of());
        assertThat(new DrawnBlocks(section(many), block -> List.of("all")).changedSince(before))
                .isEmpty();
    }

    private static ProgramDocument edited(Edit edit) {
        return DocumentEdits.apply(BEFORE, edit);
    }

    private static Section section(ProgramDocument document) {
        return new EarnSection(new Say(document, Language.ENGLISH.locale())).section();
    }

    private static DrawnBlocks drawn(ProgramDocument document) {
        return new DrawnBlocks(section(document), block -> List.of());
    }
}
