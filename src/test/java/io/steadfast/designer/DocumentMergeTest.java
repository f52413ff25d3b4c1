package io.steadfast.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.designer.Edit.Op;
import io.steadfast.programs.ProgramDocumentCodec;
import io.steadfast.programs.ProgramTemplates;
import io.steadfast.programs.core.ProgramDocument;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DocumentMergeTest {

    private final ProgramDocument base = ProgramTemplates.find("P2").orElseThrow();

    @Test
    void what_one_changed_is_taken_from_that_one() {
        ProgramDocument mine = edited(base, Op.DECIMAL, "/earning/rules/0/effect/points", "2");
        ProgramDocument theirs = edited(base, Op.MONEY, "/tierSets/0/tiers/1/threshold", "300");
        DocumentMerge.Merged merged = DocumentMerge.of(base, mine, theirs);
        assertThat(merged.both()).isEmpty();
        assertThat(merged.document()).isEqualTo(edited(mine, Op.MONEY, "/tierSets/0/tiers/1/threshold", "300"));
        assertThat(DocumentMerge.of(base, theirs, mine).document()).isEqualTo(merged.document());
    }

    @Test
    void where_both_changed_one_thing_mine_stands_and_the_place_is_named() {
        ProgramDocument mine = edited(base, Op.DECIMAL, "/earning/rules/0/effect/points", "2");
        ProgramDocument theirs = edited(base, Op.DECIMAL, "/earning/rules/0/effect/points", "3");
        DocumentMerge.Merged merged = DocumentMerge.of(base, mine, theirs);
        assertThat(merged.both()).containsExactly("/earning/rules/purchase/effect/points");
        assertThat(merged.document()).isEqualTo(mine);
    }

    @Test
    void rules_that_each_added_come_one_after_the_other_and_what_one_removed_is_gone() {
        ProgramDocument mine = edited(base, Op.ADD, "/earning/rules", "rule-first-order");
        ProgramDocument theirs =
                edited(edited(base, Op.ADD, "/earning/rules", "rule-activity"), Op.REMOVE, "/rewards/0", "");
        ProgramDocument merged = DocumentMerge.of(base, mine, theirs).document();
        assertThat(merged.earning().rules()).hasSize(base.earning().rules().size() + 2);
        assertThat(merged.earning().rules().stream().map(rule -> rule.priority()))
                .doesNotHaveDuplicates();
        assertThat(merged.rewards()).isEqualTo(theirs.rewards());
    }

    @Test
    void every_template_merged_with_itself_is_itself_to_the_byte() {
        for (String name : ProgramTemplates.names()) {
            ProgramDocument document = ProgramTemplates.find(name).orElseThrow();
            DocumentMerge.Merged merged = DocumentMerge.of(base, document, document);
            assertThat(ProgramDocumentCodec.write(merged.document()))
                    .as(name.toLowerCase(Locale.ROOT))
                    .isEqualTo(ProgramDocumentCodec.write(document));
            assertThat(merged.both()).isEqualTo(List.of());
        }
    }

    private static ProgramDocument edited(ProgramDocument document, Op op, String path, String value) {
        return DocumentEdits.apply(document, new Edit(op, path, value));
    }
}
