package io.steadfast.designer.faces;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.designer.Basket;
import io.steadfast.designer.DocumentEdits;
import io.steadfast.designer.Edit;
import io.steadfast.platform.i18n.Language;
import io.steadfast.programs.ProgramTemplates;
import io.steadfast.programs.core.Problem;
import io.steadfast.programs.core.ProgramDocument;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MemberCardTest {

    private static final ProgramDocument P2 = ProgramTemplates.find("P2").orElseThrow();

    @Test
    void the_ring_shows_how_far_the_basket_leads_and_what_the_next_tier_unlocks() {
        MemberCard.Next next = card(P2, "VIB").next().orElseThrow();
        assertThat(next.tier()).isEqualTo("Rouge");
        assertThat(next.reached()).isEqualTo(45);
        assertThat(next.missing()).isEqualTo(55_000);
        assertThat(next.money()).isTrue();
        assertThat(next.unlocks()).contains("1.5 × Points", "Private hotline");
        assertThat(card(P2, "INSIDER").next().orElseThrow().unlocks()).doesNotContain("Private hotline");
    }

    @Test
    void at_the_top_and_without_a_ladder_there_is_no_ring() {
        assertThat(card(P2, "ROUGE").next()).isEmpty();
        assertThat(card(ProgramTemplates.find("P1").orElseThrow(), "").next()).isEmpty();
    }

    @Test
    void what_is_put_on_a_second_ladder_is_about_that_one_and_its_members_are_examples_too() {
        ProgramDocument two = DocumentEdits.apply(P2, new Edit(Edit.Op.ADD, "/tierSets", "ladder-orders"));
        two = DocumentEdits.apply(two, new Edit(Edit.Op.ADD, "/tierSets/1/tiers", "tier"));
        assertThat(two.tierSets().get(1).tiers().get(3).threshold()).isEqualTo(24);
        two = DocumentEdits.apply(two, new Edit(Edit.Op.PART, "/entitlements/0/tier", "level:ORDERS"));
        assertThat(two.entitlements().get(0).tier().orElseThrow().set().value()).isEqualTo("ORDERS");
        assertThat(two.problems()).noneMatch(problem -> problem.severity() == Problem.Severity.PROBLEM);
        Say say = new Say(two, Language.ENGLISH.locale());
        assertThat(Example.all(say, Basket.of(4_000, ""), Instant.parse("2026-03-10T10:00:00Z")))
                .extracting(Example::code)
                .contains("VIB", "ORDERS/REGULAR");
    }

    private static MemberCard card(ProgramDocument document, String tier) {
        return MemberCard.of(new Say(document, Language.ENGLISH.locale()), Basket.of(10_000, ""), tier);
    }
}
