package io.steadfast.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.designer.Edit.Op;
import io.steadfast.programs.ProgramDocumentCodec;
import io.steadfast.programs.ProgramTemplates;
import io.steadfast.programs.core.Problem;
import io.steadfast.programs.core.ProgramDocument;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is no mistake in a document and yet can't be meant. */
class LintsTest {

    private final ProgramDocument simple = ProgramTemplates.find("P1").orElseThrow();

    @Test
    void conditions_that_exclude_each_other_are_told_at_the_conditions() {
        ProgramDocument made = with(simple, Op.CONDITION, "/earning/rules/0/when", "CHANNEL");
        made = with(made, Op.CONDITION, "/earning/rules/0/when", "CHANNEL");
        assertThat(lints(made)).doesNotContain("CONDITIONS_CONTRADICT earning.rules[0].when");
        made = with(made, Op.LIST, "/earning/rules/0/when/of/1/values", "app");
        assertThat(lints(made)).contains("CONDITIONS_CONTRADICT earning.rules[0].when");
        made = with(made, Op.CHOICE, "/earning/rules/0/when/of/1/operator", "is_none_of");
        assertThat(lints(made)).doesNotContain("CONDITIONS_CONTRADICT earning.rules[0].when");
        made = with(made, Op.LIST, "/earning/rules/0/when/of/1/values", "web, app");
        assertThat(lints(made)).contains("CONDITIONS_CONTRADICT earning.rules[0].when");
        made = with(made, Op.CHOICE, "/earning/rules/0/when/of/0/operator", "is_none_of");
        assertThat(lints(made)).doesNotContain("CONDITIONS_CONTRADICT earning.rules[0].when");
        made = with(made, Op.LIST, "/earning/rules/0/when/of/0/values", "web, app");
        made = with(made, Op.CHOICE, "/earning/rules/0/when/of/1/operator", "is_one_of");
        assertThat(lints(made)).contains("CONDITIONS_CONTRADICT earning.rules[0].when");
    }

    @Test
    void amounts_that_leave_no_order_between_them_are_told() {
        ProgramDocument made = with(simple, Op.CONDITION, "/earning/rules/0/when", "ORDER_AMOUNT");
        made = with(made, Op.CONDITION, "/earning/rules/0/when", "ORDER_AMOUNT");
        made = with(made, Op.CHOICE, "/earning/rules/0/when/of/1/operator", "at_most");
        assertThat(lints(made)).isEqualTo(lints(simple));
        made = with(made, Op.MONEY, "/earning/rules/0/when/of/1/amounts/GBP", "49.99");
        assertThat(lints(made)).contains("CONDITIONS_CONTRADICT earning.rules[0].when");
    }

    @Test
    void a_rule_behind_one_that_asks_for_less_is_told_where_the_first_of_a_group_gives() {
        ProgramDocument made = with(simple, Op.ADD, "/earning/rules", "rule-buying");
        made = with(made, Op.CONDITION, "/earning/rules/3/when", "CHANNEL");
        made = with(made, Op.ADD, "/earning/groups", "group");
        made = with(made, Op.WHOLE, "/earning/groups/0/priority", "9");
        made = with(made, Op.CHOICE, "/earning/groups/0/mode", "first");
        made = with(made, Op.CHOICE, "/earning/rules/0/group", "group");
        made = with(made, Op.CHOICE, "/earning/rules/3/group", "group");
        assertThat(lints(made)).noneMatch(lint -> lint.startsWith("RULE_SHADOWED"));
        made = with(made, Op.REMOVE, "/earning/rules/0/caps/0", "");
        assertThat(lints(made)).contains("RULE_SHADOWED earning.rules[3]");
        made = with(made, Op.CHOICE, "/earning/groups/0/mode", "best_for_member");
        assertThat(lints(made)).noneMatch(lint -> lint.startsWith("RULE_SHADOWED"));
    }

    @Test
    void a_limit_that_refuses_the_whole_gift_and_an_activity_without_limit_are_told() {
        ProgramDocument made = with(simple, Op.REMOVE, "/earning/rules/1/caps/0", "");
        assertThat(lints(made)).contains("ACTIVITY_WITHOUT_LIMIT earning.rules[1].caps");
        made = with(made, Op.ADD, "/earning/rules/1/caps", "cap-day");
        made = with(made, Op.WHOLE, "/earning/rules/1/caps/0/limit", "20");
        assertThat(lints(made)).isEqualTo(lints(simple));
        made = with(made, Op.CHOICE, "/earning/rules/1/caps/0/mode", "reject");
        assertThat(lints(made)).contains("LIMIT_BELOW_GIFT earning.rules[1].caps[0]");
    }

    @Test
    void a_tier_that_the_limits_keep_out_of_reach_is_told_and_one_within_reach_is_not() {
        ProgramDocument made = with(simple, Op.ADD, "/tierSets", "ladder");
        made = with(made, Op.CHOICE, "/tierSets/0/metric/kind", "status_points");
        made = with(made, Op.CHOICE, "/tierSets/0/metric/wallet", "points");
        ProgramDocument capped = with(made, Op.ADD, "/earning/caps", "wallet-cap");
        int top = capped.tierSets().get(0).tiers().size() - 1;
        String threshold = "/tierSets/0/tiers/" + top + "/threshold";
        String lint = "TIER_OUT_OF_REACH tierSets[0].tiers[" + top + "].threshold";
        assertThat(lints(with(capped, Op.WHOLE, threshold, "183000"))).doesNotContain(lint);
        assertThat(lints(with(capped, Op.WHOLE, threshold, "183001"))).contains(lint);
    }

    @Test
    void points_that_lapse_without_a_promised_notice_are_told_and_one_click_promises_it() {
        ProgramDocument lapsing = with(simple, Op.PART, "/wallets/0/expiry/0", "expiry-inactivity");
        assertThat(lints(simple)).doesNotContain("NOTICE_MISSING wallets[0].notice");
        assertThat(lints(lapsing)).contains("NOTICE_MISSING wallets[0].notice");
        ProgramDocument promised = with(lapsing, Op.PART, "/wallets/0/notice", "notice-reported");
        assertThat(lints(promised)).doesNotContain("NOTICE_MISSING wallets[0].notice");
        assertThat(promised.problems()).noneMatch(problem -> problem.severity() == Problem.Severity.PROBLEM);
    }

    private static List<String> lints(ProgramDocument document) {
        return ProgramDocumentCodec.read(ProgramDocumentCodec.write(document)).problems().stream()
                .filter(problem -> problem.severity() == Problem.Severity.WARNING)
                .map(problem -> problem.code() + " " + problem.path())
                .toList();
    }

    private static ProgramDocument with(ProgramDocument document, Op op, String path, String value) {
        return DocumentEdits.apply(document, new Edit(op, path, value));
    }
}
