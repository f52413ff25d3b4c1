package io.steadfast.accrual;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.platform.i18n.Language;
import io.steadfast.programs.ProgramTemplates;
import io.steadfast.programs.core.ProgramVersion;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The terms show what the engine would do, for each tier and plan that gets something else. */
class WorkedExamplesTest {

    private static final Instant FROM = Instant.parse("2026-03-10T08:00:00Z");

    private static List<String> examples(String template, Language language) {
        ProgramVersion version = ProgramTemplates.find(template)
                .map(document -> new ProgramVersion(document.basics().code(), 1, document, FROM))
                .orElseThrow();
        return new WorkedExamples().of(version, language.locale());
    }

    @Test
    void each_tier_that_earns_more_has_its_example_with_the_engines_own_reason() {
        assertThat(examples("P2", Language.ENGLISH))
                .satisfiesExactly(
                        usual -> assertThat(usual)
                                .startsWith("Example: a purchase of USD 40.00 earns 40 Points. You earned 40 Points"),
                        vib -> assertThat(vib)
                                .startsWith("Example: as VIB, a purchase of USD 40.00 earns 50 Points.")
                                .contains("1.25"),
                        rouge -> assertThat(rouge)
                                .startsWith("Example: as Rouge, a purchase of USD 40.00 earns 60 Points.")
                                .contains("1.5"));
        assertThat(examples("P2", Language.CHINESE))
                .anyMatch(text -> text.startsWith("示例：VIB 消费 USD 40.00 可获得 50 积分。"));
    }

    @Test
    void a_paid_plan_has_its_example_and_a_program_that_only_gives_to_charity_none() {
        assertThat(examples("P3", Language.ENGLISH))
                .anyMatch(text -> text.startsWith("Example: with Prime, a purchase of USD 40.00 earns 80 Points."));
        assertThat(examples("P4", Language.ENGLISH)).isEmpty();
    }

    @Test
    void every_template_has_the_same_examples_each_time_and_as_many_in_both_languages() {
        for (String template : ProgramTemplates.names()) {
            List<String> english = examples(template, Language.ENGLISH);
            assertThat(english).as(template).isEqualTo(examples(template, Language.ENGLISH));
            assertThat(examples(template, Language.CHINESE)).as(template).hasSameSizeAs(english);
        }
    }
}
