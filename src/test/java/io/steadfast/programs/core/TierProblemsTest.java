package io.steadfast.programs.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.steadfast.programs.ProgramDocumentCodec;
import io.steadfast.programs.ProgramTemplates;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a ladder that keeps tiers in ways of its own may get wrong, each named at its place. */
class TierProblemsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SPEND = "{\"metric\":\"spend\",\"threshold\":20000}";
    private static final String ORDERS = "{\"metric\":\"orders\",\"threshold\":6}";

    @Test
    void as_many_goals_are_needed_as_there_are_at_most_and_one_at_least() {
        for (int need : List.of(0, 3, -1)) {
            assertThat(found(1, keeps(need, SPEND, ORDERS)))
                    .containsExactly("GOALS_NEEDED_OUT_OF_RANGE tierSets[0].tiers[1].keeps.need [" + need + ", 2]");
        }
        for (int need : List.of(1, 2)) {
            assertThat(found(1, keeps(need, SPEND, ORDERS))).isEmpty();
        }
        assertThat(found(1, keeps(1))).hasSize(1).allMatch(one -> one.startsWith("GOALS_NEEDED_OUT_OF_RANGE"));
    }

    @Test
    void goals_measure_different_things_and_each_of_them_something() {
        assertThat(found(1, keeps(1, SPEND, SPEND.replace("20000", "30000"))))
                .containsExactly("GOAL_TWICE tierSets[0].tiers[1].keeps.goals[1] []");
        assertThat(found(1, keeps(1, SPEND, ORDERS.replace("6", "0"))))
                .containsExactly("FIGURE_NOT_POSITIVE tierSets[0].tiers[1].keeps.goals[1].threshold [0]");
        assertThat(found(1, keeps(1, "{\"metric\":\"counter\",\"threshold\":2}")))
                .containsExactly("METRIC_INCOMPLETE tierSets[0].tiers[1].keeps.goals[0] []");
        assertThat(found(1, keeps(1, "{\"metric\":\"status_points\",\"wallet\":\"none\",\"threshold\":2}")))
                .containsExactly("WALLET_UNKNOWN tierSets[0].tiers[1].keeps.goals[0].wallet [none]");
        assertThat(found(
                        1,
                        keeps(
                                1,
                                "{\"metric\":\"counter\",\"counter\":\"a\",\"threshold\":2}",
                                "{\"metric\":\"counter\",\"counter\":\"b\",\"threshold\":2}")))
                .isEmpty();
    }

    @Test
    void staying_is_said_in_one_way_and_isnt_harder_than_reaching() {
        assertThat(found(1, tier -> {
                    keeps(1, SPEND).accept(tier);
                    tier.put("renewal", 20000);
                }))
                .containsExactly("KEPT_IN_TWO_WAYS tierSets[0].tiers[1].keeps [VIB]");
        assertThat(found(1, keeps(1, SPEND.replace("20000", "35000")))).isEmpty();
        assertThat(found(1, keeps(1, SPEND.replace("20000", "35001"))))
                .containsExactly("RENEWAL_ABOVE_THRESHOLD tierSets[0].tiers[1].keeps.goals[0].threshold [VIB]");
        assertThat(found(0, keeps(1, ORDERS)))
                .containsExactly("BASE_TIER_NEEDS_NO_KEEPING tierSets[0].tiers[0].keeps [INSIDER]");
    }

    @Test
    void something_comes_over_only_where_a_period_ends() {
        for (String kind : List.of("lifetime", "since_tier_start")) {
            assertThat(foundIn(set -> {
                        set.putObject("rollover").put("most", 100_00);
                        set.putObject("period").put("kind", kind);
                    }))
                    .as(kind)
                    .contains("ROLLOVER_WITHOUT_PERIODS tierSets[0].rollover []");
        }
        assertThat(foundIn(set -> {
                    set.putObject("rollover").put("most", 100_00);
                    set.putObject("period")
                            .put("kind", "rolling")
                            .put("amount", 12)
                            .put("unit", "months");
                }))
                .contains("ROLLOVER_WITHOUT_PERIODS tierSets[0].rollover []");
        for (String kind : List.of("calendar_month", "anniversary")) {
            assertThat(foundIn(set -> {
                        set.putObject("rollover").put("most", 100_00);
                        set.putObject("period").put("kind", kind);
                    }))
                    .as(kind)
                    .isEmpty();
        }
    }

    @Test
    void what_comes_over_is_something_and_warns_where_it_keeps_a_tier_by_itself() {
        assertThat(foundIn(set -> set.putObject("rollover").put("most", 0)))
                .containsExactly("FIGURE_NOT_POSITIVE tierSets[0].rollover.most [0]");
        assertThat(foundIn(set -> set.putObject("rollover").put("most", 349_99)))
                .isEmpty();
        assertThat(foundIn(set -> set.putObject("rollover").put("most", 350_00)))
                .containsExactly("ROLLOVER_KEEPS_TIER tierSets[0].rollover.most [VIB]");
        assertThat(foundIn(set -> {
                    set.putObject("rollover").put("most", 200_00);
                    ((ObjectNode) set.at("/tiers/1")).put("renewal", 200_00);
                }))
                .containsExactly("ROLLOVER_KEEPS_TIER tierSets[0].rollover.most [VIB]");
    }

    @Test
    void a_tier_begins_with_the_next_period_only_where_there_is_one() {
        for (String kind : List.of("lifetime", "since_tier_start")) {
            assertThat(foundIn(set -> {
                        set.put("upgrade", "next_period");
                        set.putObject("period").put("kind", kind);
                    }))
                    .as(kind)
                    .contains("RISE_WITHOUT_PERIODS tierSets[0].upgrade []");
            for (String upgrade : List.of("immediate", "join_anniversary", "tier_anniversary")) {
                assertThat(foundIn(set -> {
                            set.put("upgrade", upgrade);
                            set.putObject("period").put("kind", kind);
                        }))
                        .as(kind + " " + upgrade)
                        .noneMatch(one -> one.startsWith("RISE_WITHOUT_PERIODS"));
            }
        }
        assertThat(foundIn(set -> set.put("upgrade", "next_period"))).isEmpty();
    }

    private static Consumer<ObjectNode> keeps(int need, String... goals) {
        return tier -> {
            ObjectNode keeps = tier.putObject("keeps").put("need", need);
            keeps.set("goals", tree("[" + String.join(",", goals) + "]"));
        };
    }

    private static List<String> found(int tier, Consumer<ObjectNode> change) {
        return foundIn(set -> change.accept((ObjectNode) set.path("tiers").get(tier)));
    }

    private static List<String> foundIn(Consumer<ObjectNode> change) {
        ProgramDocument p2 = ProgramTemplates.find("P2").orElseThrow();
        JsonNode tree = tree(ProgramDocumentCodec.write(p2));
        change.accept((ObjectNode) tree.at("/tierSets/0"));
        List<Problem> before = p2.problems();
        return ProgramDocumentCodec.read(tree.toString()).problems().stream()
                .filter(problem -> !before.contains(problem))
                .map(problem -> problem.code() + " " + problem.path() + " " + problem.details())
                .toList();
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException wrong) {
            throw new IllegalStateException(wrong);
        }
    }
}
