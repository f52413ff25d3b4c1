package io.steadfast.designer.faces;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.choices.core.AttributeDefinition;
import io.steadfast.choices.core.AttributeSubject;
import io.steadfast.choices.core.AttributeType;
import io.steadfast.designer.Basket;
import io.steadfast.designer.DocumentEdits;
import io.steadfast.designer.Edit;
import io.steadfast.platform.i18n.Language;
import io.steadfast.programs.InBrief;
import io.steadfast.programs.ProgramTemplates;
import io.steadfast.programs.core.FactKind;
import io.steadfast.programs.core.Problem;
import io.steadfast.programs.core.ProgramDocument;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every template can be worked on in every section and language, in words that are there. */
class SectionsTest {

    private static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");

    @Test
    void every_section_of_every_template_is_written_in_both_languages() {
        for (String name : ProgramTemplates.names()) {
            ProgramDocument document = ProgramTemplates.find(name).orElseThrow();
            for (Language language : Language.values()) {
                Say say = new Say(document, language.locale());
                assertThat(sections(say).flatMap(SectionsTest::words))
                        .as(name + " in " + language)
                        .noneMatch(word -> word.startsWith("designer.") || word.startsWith("designs."));
                assertThat(Example.all(say, Basket.of(4_000, ""), NOW)).isNotEmpty();
            }
        }
    }

    @Test
    void every_section_of_the_workspace_has_its_brief_and_a_long_ladder_is_cut_short() {
        assertThat(Section.Topic.values())
                .extracting(Enum::name)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(InBrief.About.values()).map(Enum::name).toList());
        ProgramDocument tall = ProgramTemplates.find("P2").orElseThrow();
        for (int more = 0; more < 5; more++) {
            tall = DocumentEdits.apply(tall, new Edit(Edit.Op.ADD, "/tierSets/0/tiers", "tier"));
        }
        String brief =
                InBrief.of(tall, InBrief.About.TIERS, Language.ENGLISH.locale()).orElseThrow();
        assertThat(brief).startsWith("Insider, VIB from USD 350, Rouge from USD 1,000, … ");
        assertThat(brief.split(" from ")).hasSize(4);
    }

    @Test
    void a_hike_and_a_friend_that_was_won_are_among_the_examples() {
        assertThat(lines("P7")).contains("Points for climbing 7");
        assertThat(lines("P14")).contains("For bringing a friend 500", "For coming by a friend's code 250");
    }

    @Test
    void what_is_put_on_a_second_ladder_is_about_that_one_and_its_members_are_examples_too() {
        ProgramDocument two = DocumentEdits.apply(
                ProgramTemplates.find("P2").orElseThrow(), new Edit(Edit.Op.ADD, "/tierSets", "ladder-orders"));
        two = DocumentEdits.apply(two, new Edit(Edit.Op.ADD, "/tierSets/1/tiers", "tier"));
        assertThat(two.tierSets().get(1).tiers().get(3).threshold()).isEqualTo(24);
        two = DocumentEdits.apply(two, new Edit(Edit.Op.PART, "/entitlements/0/tier", "level:ORDERS"));
        assertThat(two.entitlements().get(0).tier().orElseThrow().set().value()).isEqualTo("ORDERS");
        assertThat(two.problems()).noneMatch(problem -> problem.severity() == Problem.Severity.PROBLEM);
        Say say = new Say(two, Language.ENGLISH.locale());
        assertThat(Example.all(say, Basket.of(4_000, ""), NOW))
                .extracting(Example::code)
                .contains("VIB", "ORDERS/REGULAR");
    }

    private static Stream<String> lines(String template) {
        Say say = new Say(ProgramTemplates.find(template).orElseThrow(), Language.ENGLISH.locale());
        return Example.all(say, Basket.of(4_000, ""), NOW).get(0).lines().stream()
                .map(line -> line.rule() + " " + line.points());
    }

    @Test
    void conditions_within_conditions_stand_below_each_other_and_known_values_are_switches() {
        AttributeDefinition diet = new AttributeDefinition(
                AttributeSubject.MEMBER,
                "diet",
                AttributeType.ANY_OF,
                List.of("vegan", "halal"),
                AttributeDefinition.Privacy.OPEN,
                Set.of(),
                0);
        Choices choices = new Choices(
                Map.of(
                        FactKind.STORE,
                        List.of(new Value.Choice("LDN1", "Soho"), new Value.Choice("MAN1", "Deansgate"))),
                List.of(diet));
        ProgramDocument document = ProgramTemplates.find("P1").orElseThrow();
        for (String fact : List.of("ANY", "NOT", "STORE::LDN1", "MEMBER_ATTRIBUTE:diet:vegan")) {
            document = DocumentEdits.apply(document, new Edit(Edit.Op.CONDITION, "/earning/rules/0/when", fact));
        }
        for (Language language : Language.values()) {
            Section section = new EarnSection(new Say(document, language.locale(), choices)).section();
            Block purchase = section.blocks().get(0);
            assertThat(words(section)).noneMatch(word -> word.startsWith("designer.") || word.startsWith("designs."));
            assertThat(purchase.sentences()).extracting(Sentence::depth).contains(0, 1, 1, 0, 1);
            assertThat(purchase.switches())
                    .flatExtracting(Block.Switches::acts)
                    .extracting(Act::value)
                    .contains("LDN1", "MAN1", "vegan", "halal");
            assertThat(purchase.adds()).extracting(Act::value).contains("STORE::LDN1", "MEMBER_ATTRIBUTE:diet:vegan");
        }
    }

    private static Stream<Section> sections(Say say) {
        return Stream.of(
                new BasicsSection(say).section(),
                new EarnSection(say).section(),
                new TiersSection(say).section(),
                new ExpirySection(say).section(),
                new RewardsSection(say).section(),
                new StampsSection(say).section(),
                new PlansSection(say).section(),
                new GivingSection(say).section(),
                new LimitsSection(say).section(),
                new BasicsSection(say).terms());
    }

    private static Stream<String> words(Section section) {
        return Stream.concat(
                section.adds().stream().map(Act::label),
                section.blocks().stream()
                        .flatMap(block -> Stream.of(
                                        Stream.concat(block.sentences().stream(), block.more().stream())
                                                .flatMap(sentence -> sentence.parts().stream())
                                                .flatMap(SectionsTest::words),
                                        Stream.concat(block.acts().stream(), block.adds().stream())
                                                .map(Act::label),
                                        block.switches().stream()
                                                .flatMap(several -> several.acts().stream())
                                                .map(Act::label))
                                .flatMap(words -> words)));
    }

    private static Stream<String> words(Sentence.Part part) {
        return Stream.concat(
                Stream.of(part.words()),
                part.value().stream()
                        .flatMap(value -> Stream.concat(
                                List.of(value.label(), value.shown()).stream(),
                                value.choices().stream().map(Value.Choice::label))));
    }
}
