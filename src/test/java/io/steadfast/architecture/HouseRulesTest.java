package io.steadfast.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HouseRulesTest {

    static Stream<ArchRule> rules() {
        return Stream.of(
                        List.of(PlainCore.LEANS_ON_JAVA_ONLY, PlainCore.READS_NO_CLOCK_AND_NO_DICE),
                        Roles.ALL,
                        Usage.ALL)
                .flatMap(Collection::stream);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_product_keeps_the_rule(ArchRule rule) {
        rule.allowEmptyShould(true).check(Codebase.MAIN);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_rule_can_fail(ArchRule rule) {
        assertThat(rule.evaluate(Codebase.BROKEN).hasViolation())
                .as("no offender below architecture/broken breaks: " + rule.getDescription())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Instant.now", "java.time.Clock", "currentTimeMillis", "java.util.Random", "randomUUID"})
    void a_core_that_reads_a_clock_or_makes_random_is_found(String offence) {
        assertThat(report(PlainCore.READS_NO_CLOCK_AND_NO_DICE))
                .contains("Impure")
                .contains(offence);
    }

    @Test
    void a_core_that_knows_a_library_is_found() {
        assertThat(report(PlainCore.LEANS_ON_JAVA_ONLY))
                .contains("jakarta.persistence.EntityManager")
                .contains("java.util.logging.Logger");
    }

    @Test
    void a_resource_and_a_page_that_import_a_store_are_found() {
        String reports = Roles.ALL.stream().map(HouseRulesTest::report).reduce("", String::concat);
        assertThat(reports).contains("PricesDoor").contains("PriceBean").contains("GhostService");
    }

    @Test
    void a_library_in_the_wrong_place_is_found() {
        assertThat(report(Usage.KNOWN_LIBRARIES_ONLY)).contains("com.microsoft.playwright.Page");
    }

    private static String report(ArchRule rule) {
        return String.join(
                "\n", rule.evaluate(Codebase.BROKEN).getFailureReport().getDetails());
    }
}
