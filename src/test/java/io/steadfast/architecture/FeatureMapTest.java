package io.steadfast.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FeatureMapTest {

    private static final FeatureMapRules MAP = FeatureMapRules.ofTheProduct();

    private static final FeatureMapRules BROKEN = new FeatureMapRules(
            Codebase.BROKEN_ROOT,
            Map.of("shop", Set.of("till"), "till", Set.of(), "ghost", Set.of()),
            Set.of(),
            FeatureMap.PLACES);

    @Test
    void every_package_is_in_the_map_and_every_line_of_the_map_is_a_package() {
        assertThat(MAP.wrongPackages(Codebase.MAIN)).isEmpty();
    }

    @Test
    void features_use_each_other_only_as_the_map_allows() {
        assertThat(MAP.wrongUses(Codebase.MAIN)).isEmpty();
    }

    @Test
    void the_ground_leans_on_nothing_above_it() {
        assertThat(FeatureMap.USES.get("shared")).isEmpty();
        assertThat(FeatureMap.USES.get("platform")).containsExactly("shared");
    }

    @Test
    void no_features_form_a_cycle() {
        slices().matching("io.steadfast.(*)..").should().beFreeOfCycles().check(Codebase.MAIN);
    }

    @Test
    void no_mechanisms_form_a_cycle() {
        slices().matching("io.steadfast.platform.(*)..")
                .should()
                .beFreeOfCycles()
                .check(Codebase.MAIN);
    }

    @Test
    void an_unlisted_package_a_listed_ghost_and_an_unknown_place_are_found() {
        assertThat(BROKEN.wrongPackages(Codebase.BROKEN))
                .anyMatch(problem -> problem.contains("broken.smuggler isn't in the feature map"))
                .anyMatch(problem -> problem.contains("lists ghost"))
                .anyMatch(problem -> problem.contains("broken.shop.util is no place"));
    }

    @Test
    void an_unlisted_use_and_a_reach_into_a_store_are_found() {
        assertThat(BROKEN.wrongUses(Codebase.BROKEN))
                .anyMatch(problem -> problem.contains("till uses shop, which the feature map doesn't allow"))
                .anyMatch(problem -> problem.contains("shop reaches into") && problem.contains("till.store"));
    }
}
