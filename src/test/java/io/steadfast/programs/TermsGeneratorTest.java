package io.steadfast.programs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.programs.core.Problem;
import io.steadfast.programs.core.ProgramDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TermsGeneratorTest {

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

    /** What evaluates nothing: reckoning of liability and margin, codes, the order's places as such, the kind. */
    private static final Set<String> SILENT = Set.of(
            "schemaVersion",
            "code",
            "kind",
            "grossMarginPercent",
            "minorUnits",
            "expectedUsePercent",
            "priority",
            "wallet",
            "purpose",
            "pointsClass");

    /** Fields that decide nothing in their template: a fixed grant isn't rounded, P1 has no tiers and gives nothing. */
    private static final Set<String> DECIDES_NOTHING = Set.of(
            "P1/earning/rules/1/rounding/direction",
            "P1/earning/rules/1/rounding/level",
            "P1/earning/rules/2/rounding/direction",
            "P1/earning/rules/2/rounding/level",
            "P1/transition/tiers",
            "P1/giving/confirmation/days",
            "P2/giving/confirmation/days",
            "CDNOW/giving/confirmation/days",
            "P3/giving/confirmation/days",
            "P3/giving/choice",
            "P1/giving/choice",
            "P2/giving/choice",
            "CDNOW/giving/choice",
            "P4/transition/lots",
            "P4/transition/tiers",
            "P5/giving/confirmation/days",
            "P5/transition/tiers",
            "P7/giving/confirmation/days",
            "P7/giving/choice",
            "P7/transition/tiers",
            "P14/earning/rules/1/rounding/direction",
            "P14/earning/rules/1/rounding/level",
            "P14/earning/rules/2/rounding/direction",
            "P14/earning/rules/2/rounding/level",
            "P14/giving/confirmation/days",
            "P14/giving/choice",
            "P14/transition/tiers",
            "P10/giving/confirmation/days",
            "P10/giving/choice",
            "P10/transition/tiers",
            "P11/giving/confirmation/days",
            "P11/giving/choice",
            "P11/transition/tiers",
            "P12/dateGifts/1/unchangedDays",
            "P12/giving/confirmation/days",
            "P12/giving/choice",
            "P12/transition/tiers");

    /** Words of enums, so that a change of one field makes another document that can be read. */
    private static final Map<String, String> OTHER = Map.ofEntries(
            Map.entry("floor", "ceil"),
            Map.entry("order", "line"),
            Map.entry("exact", "whole"),
            Map.entry("new", "all"),
            Map.entry("grandfather", "review"),
            Map.entry("earliest_expiry", "earliest_earned"),
            Map.entry("debt", "clamp"),
            Map.entry("months", "weeks"),
            Map.entry("activity", "activation"),
            Map.entry("immediate", "next_period"),
            Map.entry("full", "one_step"),
            Map.entry("at_once", "tier_anniversary"),
            Map.entry("review_now", "keep_until_review"),
            Map.entry("before", "after"),
            Map.entry("day", "week"),
            Map.entry("member", "everyone"),
            Map.entry("trim", "reject"),
            Map.entry("listed", "any_open"),
            Map.entry("any_open", "listed"),
            Map.entry("brand", "member"),
            Map.entry("skip", "pledge"),
            Map.entry("points", "times"),
            Map.entry("times", "points"),
            Map.entry("open", "closed"),
            Map.entry("begins_anew", "ends"),
            Map.entry("birthday", "join_anniversary"),
            Map.entry("join_anniversary", "birthday"),
            Map.entry("month", "year"),
            Map.entry("automatic", "by_member"),
            Map.entry("unused_days", "none"),
            Map.entry("benefits_on", "benefits_off"));

    @Test
    void the_terms_of_tiers_hold_each_figure_in_both_languages() {
        for (Locale language : LANGUAGES) {
            String text = TermsGenerator.generate(ProgramTemplates.find("P2").orElseThrow(), language)
                    .text();
            assertThat(text).contains("USD 350.00", "USD 1,000.00", "1.25", "1.5", "12", "30", "Rouge");
        }
    }

    @Test
    void the_terms_of_simple_points_read_well() {
        assertThat(text("P1", Locale.ENGLISH))
                .contains(
                        "Points for buying: Every order earns Points at 1 per GBP 1.00, at most 2,000 points a day per "
                                + "member, rounded down once per order.")
                .contains(
                        "Sharing on social media: Every share on social media earns 20 Points, at most once a day per "
                                + "member.");
        assertThat(text("P1", Locale.SIMPLIFIED_CHINESE))
                .contains("购物积分：每笔订单：每 GBP 1.00 得 1 积分，每位会员每天最多 2,000 积分，按订单向下取整。");
    }

    @Test
    void the_terms_of_rewards_and_rights_read_well() {
        assertThat(text("P2", Locale.ENGLISH))
                .contains("USD 10 voucher: a voucher of USD 10.00 for your purchases, for 500 Points. "
                        + "Use it in store or online, at once or in parts. "
                        + "What you get is valid for 12 months, through the end of the last day.")
                .contains("Private hotline (from Rouge on). Call +1 555 0100 at any hour.")
                .contains("Community. Ask, answer and share looks.");
        assertThat(text("P2", Locale.SIMPLIFIED_CHINESE))
                .contains("10 美元礼券：USD 10.00 购物礼券，需 500 积分。门店和网店均可使用")
                .contains("专属热线（Rouge及以上会员）。可随时拨打 +1 555 0100。");
    }

    @Test
    void the_terms_of_giving_say_who_pays_to_whom_when_it_is_settled_and_what_a_return_does() {
        assertThat(text("P4", Locale.ENGLISH))
                .contains("A dollar an order: for every paid order we give USD 1.00 to charity. We pay it, you don't.")
                .contains("You choose who gets it: Safe Homes, Clean Seas or Young Minds.")
                .contains("What nobody has chosen a charity for within 14 days goes to Safe Homes.")
                .contains("A donation of an order is confirmed 30 days after the purchase.")
                .contains("paid to the charities in batches, against a receipt")
                .contains("as long as what you keep still meets the condition")
                .contains("A return after that no longer changes what was paid.")
                .doesNotContain("How you earn", "Returns\n");
        assertThat(text("P4", Locale.SIMPLIFIED_CHINESE))
                .contains("一单一元：每笔已付款的订单，我们向慈善机构捐赠 USD 1.00，由我们支付，您无需付费。")
                .contains("由您选择受赠机构：平安家园、清洁海洋或青年心灵。");
        assertThat(text("P5", Locale.ENGLISH))
                .contains("You may give Points: 100 are worth USD 1.00, in steps of 100, at least 100 at a time.")
                .contains("We add 50 % of what your points are worth, from our own money.");
        assertThat(text("P5", Locale.SIMPLIFIED_CHINESE)).contains("每 100 相当于 USD 1.00", "50% 配捐");
    }

    @Test
    void the_terms_of_activities_say_what_is_needed_and_who_looks_at_what() {
        assertThat(text("P7", Locale.ENGLISH))
                .contains(
                        "Points for climbing: Every activity your tracker reports earns Points at 1 per started 100 m "
                                + "of ascent, at most 50 points a day per member")
                .contains("It counts only if you agreed to us counting what your tracker app reports.")
                .contains("Where a walk, a hike, a run, a trail run or a snowshoe tour was faster than 15 km/h, "
                        + "one of us looks at it first.")
                .contains("Their validity is counted from the activity in any case.");
        assertThat(text("P7", Locale.SIMPLIFIED_CHINESE)).contains("每小时 15 公里", "须您同意我们计入运动应用上报的活动方可计入");
    }

    @Test
    void the_terms_of_referral_say_what_both_sides_get_when_and_what_a_return_takes() {
        assertThat(text("P14", Locale.ENGLISH))
                .contains(
                        "For bringing a friend: Every friend you won for us earns 500 Points, at most 5 times a month "
                                + "per member")
                .contains("For coming by a friend's code: Whoever came by a friend's code earns 250 Points")
                .contains("a first order and 14 days have passed since then without it coming back")
                .contains("one that comes back later takes back what both of you got");
        assertThat(text("P14", Locale.SIMPLIFIED_CHINESE)).contains("首笔订单付款后满 14 天且未退货");
    }

    @Test
    void no_text_is_missing_or_left_unfilled() {
        for (String template : ProgramTemplates.names()) {
            for (Locale language : LANGUAGES) {
                assertThat(text(template, language)).doesNotContain("{", "}", "terms.", "sentences.");
            }
        }
    }

    @Test
    void every_field_that_decides_something_changes_the_terms_in_both_languages() {
        Set<String> silent = new TreeSet<>();
        int changed = 0;
        for (String template : ProgramTemplates.names()) {
            JsonNode tree =
                    ProgramDocumentCodec.tree(ProgramTemplates.find(template).orElseThrow());
            for (Mutant mutant : mutants((ObjectNode) tree)) {
                Optional<ProgramDocument> document = mutant.document();
                for (Locale language : document.isPresent() ? LANGUAGES : List.<Locale>of()) {
                    changed++;
                    String text =
                            TermsGenerator.generate(document.get(), language).text();
                    if (text.equals(text(template, language))) {
                        silent.add(template + mutant.path());
                    }
                }
            }
        }
        assertThat(changed).isGreaterThan(120);
        assertThat(silent).containsExactlyInAnyOrderElementsOf(DECIDES_NOTHING);
    }

    private static String text(String template, Locale language) {
        return TermsGenerator.generate(ProgramTemplates.find(template).orElseThrow(), language)
                .text();
    }

    /** A document with one leaf changed. */
    private record Mutant(String path, ObjectNode json) {

        /** Empty where it can't be read or couldn't be published. */
        Optional<ProgramDocument> document() {
            try {
                return Optional.of(ProgramDocumentCodec.read(json.toString()))
                        .filter(document -> document.problems().stream()
                                .noneMatch(problem -> problem.severity() == Problem.Severity.PROBLEM));
            } catch (Refusal notADocument) {
                return Optional.empty();
            }
        }
    }

    private static List<Mutant> mutants(ObjectNode document) {
        List<Mutant> mutants = new ArrayList<>();
        visit(document, document, "", mutants);
        return mutants;
    }

    private static void visit(ObjectNode root, JsonNode node, String path, List<Mutant> mutants) {
        if (node instanceof ArrayNode array) {
            for (int index = 0; index < array.size(); index++) {
                visit(root, array.get(index), path + "/" + index, mutants);
            }
            return;
        }
        if (!(node instanceof ObjectNode object)) {
            return;
        }
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            JsonNode value = object.get(name);
            if (value.isContainerNode()) {
                visit(root, value, path + "/" + name, mutants);
            } else if (!SILENT.contains(name) && !isAnotherLanguage(name)) {
                change(value, changed -> {
                    object.set(name, changed);
                    mutants.add(new Mutant(path + "/" + name, root.deepCopy()));
                    object.set(name, value);
                });
            }
        }
    }

    private static boolean isAnotherLanguage(String name) {
        return name.equals("en") || name.equals("zh-CN");
    }

    private static void change(JsonNode value, Consumer<JsonNode> with) {
        if (value.isNumber()) {
            with.accept(IntNode.valueOf(value.intValue() + 7));
        } else if (OTHER.containsKey(value.textValue())) {
            with.accept(TextNode.valueOf(OTHER.get(value.textValue())));
        } else {
            with.accept(TextNode.valueOf(value.textValue().equals("UTC") ? "Asia/Tokyo" : "UTC"));
            with.accept(TextNode.valueOf("CHF"));
        }
    }
}
