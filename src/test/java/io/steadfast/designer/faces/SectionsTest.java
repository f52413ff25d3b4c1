package io.steadfast.designer.faces;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.designer.Basket;
import io.steadfast.platform.i18n.Language;
import io.steadfast.programs.ProgramTemplates;
import io.steadfast.programs.core.ProgramDocument;
import java.time.Instant;
import java.util.List;
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
    void a_hike_and_a_friend_that_was_won_are_among_the_examples() {
        assertThat(lines("P7")).contains("Points for climbing 7");
        assertThat(lines("P14")).contains("For bringing a friend 500", "For coming by a friend's code 250");
    }

    private static Stream<String> lines(String template) {
        Say say = new Say(ProgramTemplates.find(template).orElseThrow(), Language.ENGLISH.locale());
        return Example.all(say, Basket.of(4_000, ""), NOW).get(0).lines().stream()
                .map(line -> line.rule() + " " + line.points());
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
