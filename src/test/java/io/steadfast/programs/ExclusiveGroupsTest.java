package io.steadfast.programs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.steadfast.programs.core.Problem;
import io.steadfast.programs.core.ProblemCode;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ExclusiveGroupsTest {

    @Test
    void groups_that_can_both_hold_are_named_with_their_rules() {
        List<Problem> found = overlaps(rule -> {}, rule -> {});
        assertThat(found).hasSize(1);
        assertThat(found.get(0).severity()).isEqualTo(Problem.Severity.WARNING);
        assertThat(found.get(0).details()).startsWith("later", "earlier", "second");
    }

    @Test
    void days_that_dont_meet_keep_them_apart_and_a_shared_day_doesnt() {
        assertThat(overlaps(days("2027-01-01", "2027-01-31"), days("2027-02-01", "2027-02-28")))
                .isEmpty();
        assertThat(overlaps(days("2027-01-01", "2027-01-31"), days("2027-01-31", "2027-02-28")))
                .hasSize(1);
    }

    @Test
    void different_channels_keep_them_apart_and_a_shared_one_doesnt() {
        assertThat(overlaps(fact("CHANNEL", "is_one_of", "web"), fact("CHANNEL", "is_one_of", "till", "app")))
                .isEmpty();
        assertThat(overlaps(fact("CHANNEL", "is_one_of", "web"), fact("CHANNEL", "is_none_of", "web")))
                .isEmpty();
        assertThat(overlaps(fact("CHANNEL", "is_one_of", "web", "app"), fact("CHANNEL", "is_one_of", "till", "app")))
                .hasSize(1);
    }

    @Test
    void different_products_dont_keep_them_apart_since_one_order_may_have_both() {
        assertThat(overlaps(fact("SKU", "is_one_of", "A"), fact("SKU", "is_one_of", "B")))
                .hasSize(1);
    }

    @Test
    void figures_that_dont_meet_keep_them_apart() {
        assertThat(overlaps(fact("ORDERS_BEFORE", "at_most", "4"), fact("ORDERS_BEFORE", "at_least", "5")))
                .isEmpty();
        assertThat(overlaps(fact("ORDERS_BEFORE", "at_most", "5"), fact("ORDERS_BEFORE", "at_least", "5")))
                .hasSize(1);
        assertThat(overlaps(fact("DAY_OF_MONTH", "between", "1", "9"), fact("DAY_OF_MONTH", "between", "10", "31")))
                .isEmpty();
    }

    private static List<Problem> overlaps(Consumer<ObjectNode> earlier, Consumer<ObjectNode> later) {
        JsonNode tree = ProgramDocumentCodec.tree(ProgramTemplates.find("P1").orElseThrow());
        Exclusive.groups(tree, earlier, later);
        return ProgramDocumentCodec.read(tree.toString()).problems().stream()
                .filter(problem -> problem.code() == ProblemCode.EXCLUSIVE_GROUPS_OVERLAP)
                .toList();
    }

    private static Consumer<ObjectNode> days(String from, String through) {
        return rule -> rule.putObject("validity").put("from", from).put("through", through);
    }

    private static Consumer<ObjectNode> fact(String fact, String operator, String... values) {
        return rule -> {
            ObjectNode when = rule.putObject("when");
            when.put("kind", "fact").put("fact", fact.toLowerCase(Locale.ROOT)).put("operator", operator);
            for (String value : values) {
                when.withArray("values").add(value);
            }
        };
    }
}
