package io.steadfast.programs.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.steadfast.programs.ProgramDocumentCodec;
import io.steadfast.programs.ProgramTemplates;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class DocumentProblemsTest {

    @Test
    void no_template_has_a_problem() {
        for (String name : ProgramTemplates.names()) {
            assertThat(ProgramTemplates.find(name).orElseThrow().problems())
                    .as(name)
                    .noneMatch(problem -> problem.severity() == Problem.Severity.PROBLEM);
        }
    }

    @Test
    void thresholds_out_of_order_are_named_with_both_tiers() {
        Problem problem = only(
                "P2",
                ProblemCode.THRESHOLDS_OUT_OF_ORDER,
                tree -> at(tree, "/tierSets/0/tiers/2").put("threshold", 35000));
        assertThat(problem.path()).isEqualTo("tierSets[0].tiers[2].threshold");
        assertThat(problem.details()).containsExactly("ROUGE", "35000", "VIB", "35000");
    }

    @Test
    void a_tie_in_the_order_of_rules_is_a_problem() {
        Problem problem = only(
                "P1",
                ProblemCode.PRIORITY_TIED,
                tree -> at(tree, "/earning/rules/1").put("priority", 1));
        assertThat(problem.path()).isEqualTo("earning.rules[1].priority");
    }

    @Test
    void an_unknown_wallet_group_budget_and_tier_are_problems() {
        only(
                "P1",
                ProblemCode.WALLET_UNKNOWN,
                tree -> at(tree, "/earning/rules/1").put("wallet", "stars"));
        only(
                "P1",
                ProblemCode.GROUP_UNKNOWN,
                tree -> at(tree, "/earning/rules/1").put("group", "g"));
        only("P1", ProblemCode.BUDGET_UNKNOWN, tree -> ((ArrayNode) tree.at("/earning/rules/1/budgets")).add("pot"));
        only("P2", ProblemCode.TIER_UNKNOWN, tree -> condition(tree, "tier", "STATUS", "GOLD"));
        only("P2", ProblemCode.TIER_SET_UNKNOWN, tree -> condition(tree, "tier", "OTHER", "VIB"));
    }

    @Test
    void a_reward_with_an_unknown_wallet_or_tier_is_a_problem() {
        assertThat(only("P2", ProblemCode.WALLET_UNKNOWN, tree -> price(tree).put("wallet", "stars"))
                        .path())
                .isEqualTo("rewards[0].price.wallet");
        only(
                "P2",
                ProblemCode.TIER_UNKNOWN,
                tree -> at(tree, "/rewards/2/audience").put("from", "GOLD"));
        only(
                "P2",
                ProblemCode.TIER_SET_UNKNOWN,
                tree -> at(tree, "/entitlements/2/tier").put("set", "OTHER"));
        only("P2", ProblemCode.TIER_UNKNOWN, tree -> tierPrice(tree, "GOLD", 400));
    }

    @Test
    void a_reward_for_nothing_is_a_problem() {
        Problem problem = only(
                "P2", ProblemCode.REWARD_PRICE_NOT_POSITIVE, tree -> price(tree).put("points", 0));
        assertThat(problem.path()).isEqualTo("rewards[0].price.points");
        only("P2", ProblemCode.REWARD_PRICE_NOT_POSITIVE, tree -> tierPrice(tree, "VIB", 0));
    }

    @Test
    void a_reward_nobody_can_afford_is_a_problem() {
        Problem never = only("P2", ProblemCode.REWARD_UNAFFORDABLE, tree -> mostEver(tree, 2000));
        assertThat(never.details()).containsExactly("beauty-points", "2500");
        assertThat(never.path()).isEqualTo("rewards[1].price.points");
        assertThat(findings("P2", tree -> mostEver(tree, 2500)))
                .noneMatch(problem -> problem.code() == ProblemCode.REWARD_UNAFFORDABLE);
        assertThat(findings("P2", tree -> ((ArrayNode) tree.at("/earning/rules")).removeAll()))
                .anyMatch(problem -> problem.code() == ProblemCode.REWARD_UNAFFORDABLE);
    }

    @Test
    void a_reward_that_ends_before_it_begins_or_is_there_twice_is_a_problem() {
        only(
                "P2",
                ProblemCode.VALIDITY_BACKWARDS,
                tree -> at(tree, "/rewards/0/visible").put("from", "2026-03-02").put("through", "2026-03-01"));
        only("P2", ProblemCode.REWARD_TWICE, tree -> at(tree, "/rewards/0").put("code", "gift-card-50"));
        only(
                "P2",
                ProblemCode.ENTITLEMENT_TWICE,
                tree -> at(tree, "/entitlements/0").put("code", "hotline"));
    }

    @Test
    void a_reward_worth_more_than_its_points_is_warned_about() {
        Problem problem = only(
                "P2",
                ProblemCode.REWARD_ABOVE_POINT_VALUE,
                tree -> at(tree, "/rewards/0/gives").put("amount", 1001));
        assertThat(problem.severity()).isEqualTo(Problem.Severity.WARNING);
    }

    @Test
    void a_reward_without_its_own_figures_is_a_problem() {
        only(
                "P2",
                ProblemCode.FIGURE_NOT_POSITIVE,
                tree -> at(tree, "/rewards/1/gives").put("amount", 0));
        only(
                "P2",
                ProblemCode.LIMIT_NOT_POSITIVE,
                tree -> at(tree, "/rewards/2/perMember").put("times", 0));
        only("P1", ProblemCode.SKU_MISSING, tree -> at(tree, "/rewards/2/gives").put("sku", " "));
        only(
                "P2",
                ProblemCode.PERCENT_OUT_OF_RANGE,
                tree -> at(tree, "/rewards/0")
                        .putObject("gives")
                        .put("kind", "percent_voucher")
                        .put("percent", 101));
        only(
                "P2",
                ProblemCode.CREDIT_NEEDS_CURRENCY_WALLET,
                tree -> at(tree, "/rewards/0")
                        .putObject("gives")
                        .put("kind", "credit")
                        .put("wallet", "beauty-points")
                        .put("amount", 500));
    }

    @Test
    void an_expiry_without_its_parameters_is_a_problem() {
        only("P2", ProblemCode.EXPIRY_MISSING, tree -> ((ArrayNode) tree.at("/wallets/0/expiry")).removeAll());
        only(
                "CDNOW",
                ProblemCode.EXPIRY_NOT_POSITIVE,
                tree -> at(tree, "/wallets/0/expiry/0").put("amount", 0));
    }

    @Test
    void a_promised_notice_without_a_channel_or_longer_than_the_expiry_is_a_problem() {
        only(
                "CDNOW",
                ProblemCode.NOTICE_WITHOUT_CHANNEL,
                tree -> at(tree, "/wallets/0").putObject("notice").put("days", 30));
        assertThat(changed(
                        "CDNOW",
                        tree -> at(tree, "/wallets/0")
                                .putObject("notice")
                                .put("days", 400)
                                .put("channel", "webhook")))
                .extracting(Problem::code)
                .containsExactly(ProblemCode.NOTICE_LONGER_THAN_EXPIRY);
    }

    @Test
    void what_can_be_said_and_not_done_yet_is_named() {
        only(
                "P1",
                ProblemCode.BETTER_OF_WITHOUT_TIERS,
                tree -> at(tree, "/transition").put("earn", "better_of"));
    }

    @Test
    void an_amount_must_be_stated_in_every_accepted_currency_without_a_rate() {
        Problem problem = only(
                "P2",
                ProblemCode.AMOUNT_MISSING,
                tree -> ((ArrayNode) tree.at("/basics/accepted")).addObject().put("currency", "EUR"));
        assertThat(problem.path()).isEqualTo("earning.rules[0].effect.per.EUR");
    }

    @Test
    void a_give_back_above_the_margin_warns() {
        Problem problem = only(
                "P2",
                ProblemCode.GIVE_BACK_ABOVE_MARGIN,
                tree -> at(tree, "/wallets/0/value").put("minorUnits", 30));
        assertThat(problem.severity()).isEqualTo(Problem.Severity.WARNING);
        assertThat(problem.details()).containsExactly("45", "40");
    }

    @Test
    void a_plan_without_a_price_or_a_way_to_leave_is_a_problem() {
        Problem problem = only(
                "P3", ProblemCode.PLAN_WITHOUT_PRICE, tree -> ((ArrayNode) tree.at("/plans/0/prices")).removeAll());
        assertThat(problem.path()).isEqualTo("plans[0].prices");
        only("P3", ProblemCode.NO_WAY_TO_LEAVE, tree -> ((ArrayNode) tree.at("/plans/0/cancellation")).removeAll());
        only("P3", ProblemCode.NO_PLAN, tree -> ((ArrayNode) tree.at("/plans")).removeAll());
    }

    @Test
    void a_grace_as_long_as_the_shortest_period_is_a_problem() {
        Problem problem = only(
                "P3",
                ProblemCode.GRACE_LONGER_THAN_INTERVAL,
                tree -> at(tree, "/plans/0").put("graceDays", 28));
        assertThat(problem.details()).containsExactly("28", "28");
        none("P3", tree -> at(tree, "/plans/0").put("graceDays", 27));
        only("P3", ProblemCode.DAYS_OUT_OF_RANGE, tree -> at(tree, "/plans/0").put("trialDays", 367));
    }

    @Test
    void a_lent_tier_must_be_one_above_the_base() {
        only("P3", ProblemCode.LENT_TIER_UNKNOWN, tree -> lend(tree, "STATUS", "GOLD"));
        only("P3", ProblemCode.TIER_SET_UNKNOWN, tree -> lend(tree, "OTHER", "SILVER"));
        only("P3", ProblemCode.LENT_TIER_IS_BASE, tree -> lend(tree, "STATUS", "MEMBER"));
        none("P3", tree -> lend(tree, "STATUS", "SILVER"));
    }

    @Test
    void a_condition_on_an_unknown_plan_and_a_right_named_twice_are_problems() {
        only("P3", ProblemCode.PLAN_UNKNOWN, tree -> condition(tree, "plan", "", "GOLD"));
        none("P3", tree -> condition(tree, "plan", "", "PRIME"));
        only(
                "P3",
                ProblemCode.ENTITLEMENT_TWICE,
                tree -> at(tree, "/plans/0/entitlements/1").put("code", "FREE_SHIPPING"));
    }

    @Test
    void a_condition_that_cant_be_read_or_compared_is_a_problem() {
        only("P2", ProblemCode.FACT_VALUE_UNREADABLE, tree -> condition(tree, "weekday", "", "SOMEDAY"));
        only("P2", ProblemCode.FACT_NEEDS_ACTIVITY, tree -> condition(tree, "activity_attribute", "score", "3"));
        only("P2", ProblemCode.FACT_NAME_MISSING, tree -> condition(tree, "member_attribute", "", "red"));
    }

    @Test
    void a_pledge_that_cant_be_kept_is_a_problem() {
        only(
                "P4",
                ProblemCode.FIGURE_NOT_POSITIVE,
                tree -> at(tree, "/giving/pledges/0/amount/amount").put("USD", 0));
        only(
                "P4",
                ProblemCode.AMOUNT_MISSING,
                tree -> ((ArrayNode) tree.at("/basics/accepted")).addObject().put("currency", "EUR"));
        Problem percent = only(
                "P4",
                ProblemCode.PLEDGE_PERCENT_OUT_OF_RANGE,
                tree -> at(tree, "/giving/pledges/0")
                        .putObject("amount")
                        .put("kind", "percent")
                        .put("percent", 101));
        assertThat(percent.path()).isEqualTo("giving.pledges[0].amount.percent");
        assertThat(percent.details()).containsExactly("101");
        only(
                "P4",
                ProblemCode.PLEDGE_TWICE,
                tree -> ((ArrayNode) tree.at("/giving/pledges")).add(tree.at("/giving/pledges/0")));
        only(
                "P4",
                ProblemCode.CONFIRMATION_OUT_OF_RANGE,
                tree -> at(tree, "/giving/confirmation").put("days", 366));
    }

    @Test
    void a_default_that_isnt_offered_or_isnt_there_and_nobody_to_give_to_are_named() {
        only(
                "P4",
                ProblemCode.DEFAULT_CHARITY_NOT_OFFERED,
                tree -> at(tree, "/giving")
                        .put("choice", "listed")
                        .with("unassigned")
                        .put("charity", "other"));
        Problem warning = only(
                "P4",
                ProblemCode.DEFAULT_CHARITY_MISSING,
                tree -> at(tree, "/giving").remove("unassigned"));
        assertThat(warning.severity()).isEqualTo(Problem.Severity.WARNING);
        only("P4", ProblemCode.NO_CHARITY, tree -> {
            at(tree, "/giving").put("choice", "listed").putArray("charities");
            at(tree, "/giving").remove("unassigned");
        });
        only(
                "P4",
                ProblemCode.DEFAULT_WAIT_OUT_OF_RANGE,
                tree -> at(tree, "/giving/unassigned").put("afterDays", -1));
        only(
                "P4",
                ProblemCode.CHARITY_TWICE,
                tree -> ((ArrayNode) tree.at("/giving/charities")).add(tree.at("/giving/charities/0")));
    }

    @Test
    void a_charity_the_register_lacks_or_has_closed_is_a_problem() {
        ProgramDocument document = ProgramTemplates.find("P4").orElseThrow();
        CharityRegister register =
                new CharityRegister(Set.of(new CharityCode("safe-homes")), Set.of(new CharityCode("young-minds")));
        assertThat(document.problems(register))
                .extracting(Problem::code, Problem::path)
                .containsExactly(
                        tuple(ProblemCode.CHARITY_UNKNOWN, "giving.charities[1].code"),
                        tuple(ProblemCode.CHARITY_CLOSED, "giving.charities[2].code"));
        assertThat(document.problems()).isEmpty();
    }

    @Test
    void giving_points_at_a_broken_rate_or_an_unlikely_match_is_named() {
        String points = "/giving/points";
        only(
                "P5",
                ProblemCode.STEP_NOT_MULTIPLE,
                tree -> at(tree, points).put("step", 50).put("minimum", 100));
        only("P5", ProblemCode.MINIMUM_NOT_MULTIPLE, tree -> at(tree, points).put("minimum", 150));
        only("P5", ProblemCode.MINIMUM_NOT_MULTIPLE, tree -> at(tree, points).put("minimum", 0));
        only("P5", ProblemCode.WALLET_UNKNOWN, tree -> at(tree, points).put("wallet", "stars"));
        only("P5", ProblemCode.MATCH_NEGATIVE, tree -> at(tree, points).put("matchPercent", -1));
        only("P5", ProblemCode.FIGURE_NOT_POSITIVE, tree -> at(tree, points).put("worth", 0));
        Problem unlikely =
                only("P5", ProblemCode.MATCH_UNLIKELY, tree -> at(tree, points).put("matchPercent", 101));
        assertThat(unlikely.severity()).isEqualTo(Problem.Severity.WARNING);
    }

    @Test
    void a_program_without_points_and_without_pledges_is_nothing() {
        ProgramDocument p4 = ProgramTemplates.find("P4").orElseThrow();
        assertThat(p4.withGiving(Giving.NONE).problems())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.NO_WALLET, ProblemCode.NO_RULE);
    }

    private static void condition(JsonNode tree, String fact, String of, String value) {
        ObjectNode when = at(tree, "/earning/rules/0").putObject("when");
        when.put("kind", "fact").put("fact", fact).put("operator", "is_one_of");
        if (!of.isEmpty()) {
            when.put("of", of);
        }
        when.putArray("values").add(value);
    }

    @Test
    void a_stamp_card_needs_stamps_and_a_voucher_to_give() {
        only(
                "P10",
                ProblemCode.STAMPS_OUT_OF_RANGE,
                tree -> at(tree, "/stampCards/0").put("stamps", 1));
        only(
                "P10",
                ProblemCode.STAMP_REWARD_UNKNOWN,
                tree -> at(tree, "/stampCards/0").put("reward", "cake"));
        only(
                "P10",
                ProblemCode.STAMP_REWARD_NO_VOUCHER,
                tree -> at(tree, "/rewards/0/gives").put("kind", "physical_item"));
        only(
                "P10",
                ProblemCode.AMOUNT_MISSING,
                tree -> at(tree, "/stampCards/0").putObject("minimum").put("EUR", 250));
        none("P10", tree -> at(tree, "/stampCards/0").put("stamps", 2));
    }

    @Test
    void a_cashback_above_the_margin_warns_and_into_points_is_a_problem() {
        Problem problem = only(
                "P11",
                ProblemCode.GIVE_BACK_ABOVE_MARGIN,
                tree -> at(tree, "/earning/rules/0/effect").put("percent", 41));
        assertThat(problem.details()).containsExactly("41", "40");
        none("P11", tree -> at(tree, "/earning/rules/0/effect").put("percent", 40));
        only(
                "P11",
                ProblemCode.PERCENT_NEEDS_CURRENCY_WALLET,
                tree -> at(tree, "/wallets/0").put("unit", "points").remove("spending"));
    }

    @Test
    void what_credit_may_pay_needs_a_wallet_of_money_and_figures_in_range() {
        assertThat(only(
                                "P11",
                                ProblemCode.SHARE_OUT_OF_RANGE,
                                tree -> at(tree, "/wallets/0/spending").put("mostPercent", 100.01))
                        .path())
                .isEqualTo("wallets[0].spending.mostPercent");
        only(
                "P11",
                ProblemCode.SHARE_OUT_OF_RANGE,
                tree -> at(tree, "/wallets/0/spending").put("mostPercent", 0));
        only(
                "P11",
                ProblemCode.FIGURE_NOT_POSITIVE,
                tree -> at(tree, "/wallets/0/spending").put("basket", 0));
        only(
                "P2",
                ProblemCode.SPENDING_NEEDS_CURRENCY_WALLET,
                tree -> at(tree, "/wallets/0").putObject("spending").put("basket", 1000));
    }

    @Test
    void a_gift_for_a_day_needs_days_in_range_and_a_voucher_to_give() {
        only(
                "P12",
                ProblemCode.DAYS_OUT_OF_RANGE,
                tree -> at(tree, "/dateGifts/0").put("leadDays", 61));
        only(
                "P12",
                ProblemCode.GIFT_REWARD_UNKNOWN,
                tree -> at(tree, "/dateGifts/0").put("reward", "cake"));
        only(
                "P12",
                ProblemCode.DATE_GIFT_TWICE,
                tree -> at(tree, "/dateGifts/1").put("code", "birthday"));
        none("P12", tree -> at(tree, "/dateGifts/0").put("leadDays", 0));
    }

    private static void lend(JsonNode tree, String set, String tier) {
        at(tree, "/plans/0").putObject("lends").put("set", set).put("tier", tier);
    }

    private static ObjectNode at(JsonNode tree, String pointer) {
        return (ObjectNode) tree.at(pointer);
    }

    private static void none(String template, Consumer<JsonNode> change) {
        assertThat(changed(template, change)).isEmpty();
    }

    private static ObjectNode price(JsonNode tree) {
        return at(tree, "/rewards/0/price");
    }

    private static void tierPrice(JsonNode tree, String tier, int points) {
        ((ArrayNode) tree.at("/rewards/0/price/byTier"))
                .addObject()
                .put("set", "STATUS")
                .put("from", tier)
                .put("points", points);
    }

    /** So many points and no more for each member, for ever. */
    private static void mostEver(JsonNode tree, int points) {
        ((ArrayNode) tree.at("/earning/caps"))
                .addObject()
                .put("wallet", "beauty-points")
                .putObject("cap")
                .put("scope", "member")
                .put("period", "ever")
                .put("unit", "points")
                .put("limit", points)
                .put("mode", "trim");
    }

    private static List<Problem> findings(String template, Consumer<JsonNode> change) {
        JsonNode tree =
                ProgramDocumentCodec.tree(ProgramTemplates.find(template).orElseThrow());
        change.accept(tree);
        return ProgramDocumentCodec.read(tree.toString()).problems();
    }

    private static Problem only(String template, ProblemCode code, Consumer<JsonNode> change) {
        List<Problem> problems = changed(template, change).stream()
                .filter(problem -> problem.code() == code || problem.code() != ProblemCode.DEFAULT_CHARITY_MISSING)
                .toList();
        assertThat(problems).extracting(Problem::code).containsExactly(code);
        return problems.get(0);
    }

    private static List<Problem> changed(String template, Consumer<JsonNode> change) {
        JsonNode tree =
                ProgramDocumentCodec.tree(ProgramTemplates.find(template).orElseThrow());
        change.accept(tree);
        return ProgramDocumentCodec.read(tree.toString()).problems().stream()
                .filter(problem ->
                        problem.code() != ProblemCode.NEVER_EXPIRES && problem.code() != ProblemCode.NOTICE_MISSING)
                .toList();
    }
}
