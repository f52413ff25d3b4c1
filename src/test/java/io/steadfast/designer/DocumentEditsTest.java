package io.steadfast.designer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.programs.ProgramDocumentCodec;
import io.steadfast.programs.ProgramTemplates;
import io.steadfast.programs.core.Condition;
import io.steadfast.programs.core.EarningRule;
import io.steadfast.programs.core.Effect;
import io.steadfast.programs.core.Problem;
import io.steadfast.programs.core.ProgramDocument;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentEditsTest {

    private static final ProgramDocument P1 = ProgramTemplates.find("P1").orElseThrow();
    private static final ProgramDocument P2 = ProgramTemplates.find("P2").orElseThrow();

    @Test
    void money_is_typed_in_major_units_and_kept_in_minor_ones() {
        ProgramDocument changed =
                DocumentEdits.apply(P2, new Edit(Edit.Op.MONEY, "/tierSets/0/tiers/1/threshold", "349.5"));
        assertThat(changed.tierSets().get(0).tiers().get(1).threshold()).isEqualTo(34_950);
    }

    @Test
    void a_broken_rate_stays_exact() {
        ProgramDocument changed =
                DocumentEdits.apply(P2, new Edit(Edit.Op.DECIMAL, "/earning/rules/0/effect/points", "1.25"));
        assertThat(((Effect.PerAmount) changed.earning().rules().get(0).effect()).points())
                .isEqualByComparingTo("1.25");
    }

    @Test
    void what_does_not_fit_is_said_with_what_was_typed() {
        for (Edit edit : List.of(
                new Edit(Edit.Op.WHOLE, "/wallets/0/holds/maxMinutes", "soon"),
                new Edit(Edit.Op.WHOLE, "/wallets/0/holds/maxMinutes", ""),
                new Edit(Edit.Op.TEXT, "/basics/zone", "Mars/Olympus"),
                new Edit(Edit.Op.TEXT, "no pointer", "x"),
                new Edit(Edit.Op.TEXT, "", "x"),
                new Edit(Edit.Op.ADD, "/earning/rules", "no-such-part"),
                new Edit(Edit.Op.REMOVE, "/earning/rules/99", ""),
                new Edit(Edit.Op.TEXT, "/unknown/field", "x"))) {
            assertThatThrownBy(() -> DocumentEdits.apply(P2, edit))
                    .as(edit.toString())
                    .isInstanceOf(NotThat.class);
        }
    }

    @Test
    void a_text_has_as_many_characters_as_a_page_can_show_and_a_clause_more() {
        assertThatThrownBy(() -> new Edit(Edit.Op.TEXT, "/basics/name/en", "W".repeat(1_001)))
                .isInstanceOf(NotThat.class);
        assertThatThrownBy(() -> new Edit(Edit.Op.TEXT, "/terms/closing/en", "W".repeat(20_001)))
                .isInstanceOf(NotThat.class);
        assertThat(new Edit(Edit.Op.TEXT, "/terms/closing/en", "W".repeat(20_000)).value())
                .hasSize(20_000);
    }

    @Test
    void a_rule_that_is_added_gets_its_own_code_and_the_last_place() {
        ProgramDocument changed = DocumentEdits.apply(P1, new Edit(Edit.Op.ADD, "/earning/rules", "rule-buying"));
        EarningRule added = changed.earning().rules().get(3);
        assertThat(added.code().value()).isEqualTo("purchase-2");
        assertThat(added.priority()).isEqualTo(4);
        assertThat(changed.problems()).noneMatch(problem -> problem.severity() == Problem.Severity.PROBLEM);
    }

    @Test
    void moving_a_rule_up_swaps_the_places_of_two_and_down_puts_it_back() {
        ProgramDocument up = DocumentEdits.apply(P1, new Edit(Edit.Op.UP, "/earning/rules/2", ""));
        assertThat(up.earning().rules()).extracting(EarningRule::priority).containsExactly(1, 3, 2);
        assertThat(DocumentEdits.apply(up, new Edit(Edit.Op.DOWN, "/earning/rules/2", "")))
                .isEqualTo(P1);
    }

    @Test
    void conditions_join_and_go_without_a_trace() {
        ProgramDocument one = DocumentEdits.apply(P1, new Edit(Edit.Op.CONDITION, "/earning/rules/0/when", "CHANNEL"));
        ProgramDocument two = DocumentEdits.apply(one, new Edit(Edit.Op.CONDITION, "/earning/rules/0/when", "WEEKDAY"));
        assertThat(two.problems()).noneMatch(problem -> problem.severity() == Problem.Severity.PROBLEM);
        ProgramDocument left = DocumentEdits.apply(two, new Edit(Edit.Op.REMOVE, "/earning/rules/0/when/of/0", ""));
        ProgramDocument none = DocumentEdits.apply(left, new Edit(Edit.Op.REMOVE, "/earning/rules/0/when/of/0", ""));
        assertThat(none).isEqualTo(P1);
    }

    @Test
    void a_switch_pressed_twice_changes_nothing() {
        Edit tax = new Edit(Edit.Op.TOGGLE, "/earning/basis", "tax");
        ProgramDocument with = DocumentEdits.apply(P1, tax);
        assertThat(with).isNotEqualTo(P1);
        assertThat(ProgramDocumentCodec.write(DocumentEdits.apply(with, tax)))
                .isEqualTo(ProgramDocumentCodec.write(P1));
    }

    @Test
    void every_rule_reward_and_policy_that_can_be_added_reads_as_a_document() {
        ProgramDocument planned = DocumentEdits.apply(P2, new Edit(Edit.Op.ADD, "/plans", "plan"));
        ProgramDocument giving = DocumentEdits.apply(planned, new Edit(Edit.Op.ADD, "/giving/pledges", "pledge-fixed"));
        giving = DocumentEdits.apply(giving, new Edit(Edit.Op.ADD, "/stampCards", "stamp-card"));
        giving = DocumentEdits.apply(giving, new Edit(Edit.Op.ADD, "/dateGifts", "date-birthday"));
        giving = DocumentEdits.apply(giving, new Edit(Edit.Op.ADD, "/activityChecks", "activity-check"));
        giving = DocumentEdits.apply(giving, new Edit(Edit.Op.PART, "/tierSets/0/tiers/2/keeps", "keeps"));
        for (String part : Parts.names()) {
            String place = place(part);
            Edit edit = new Edit(place.endsWith("/*") ? Edit.Op.ADD : Edit.Op.PART, place.replace("/*", ""), part);
            ProgramDocument changed = part.startsWith("fact-")
                    ? DocumentEdits.apply(
                            giving,
                            new Edit(Edit.Op.CONDITION, "/earning/rules/0/when", part.substring("fact-".length())))
                    : DocumentEdits.apply(giving, edit);
            assertThat(changed).as(part).isNotNull();
        }
    }

    private static String place(String part) {
        String kind = part.replaceFirst("-.*", "");
        return switch (kind) {
            case "rule" -> "/earning/rules/*";
            case "cap" -> "/earning/rules/0/caps/*";
            case "wallet" -> part.equals("wallet") ? "/wallets/*" : "/earning/caps/*";
            case "minimum" ->
                part.equals("minimum-basket") ? "/earning/rules/0/minimumBasket" : "/giving/pledges/0/minimumOrder";
            case "validity" -> part.equals("validity") ? "/earning/rules/0/validity" : "/tierSets/0/validity";
            case "group" -> "/earning/groups/*";
            case "budget" -> "/earning/budgets/*";
            case "pending" -> "/earning/pending";
            case "expiry" -> "/wallets/0/expiry/*";
            case "point" -> "/wallets/0/value";
            case "notice" -> "/wallets/0/notice";
            case "spending" -> "/wallets/0/spending";
            case "ladder" -> "/tierSets/*";
            case "tier" -> "/tierSets/0/tiers/*";
            case "period" -> "/tierSets/0/period";
            case "metric" -> "/tierSets/0/metric";
            case "reward" -> part.equals("reward-plan") ? "/rewards/0/plan" : "/rewards/*";
            case "redeem" -> "/rewards/0/redeemed";
            case "member" -> "/rewards/0/perMember";
            case "valid" -> "/rewards/0/validFor";
            case "level" -> "/rewards/0/audience";
            case "right" -> "/entitlements/*";
            case "plan" -> part.equals("plan") ? "/plans/*" : "/plans/0/entitlements/*";
            case "price" -> "/plans/0/prices/*";
            case "lent" -> "/plans/0/lends";
            case "stamp" -> part.equals("stamp-card") ? "/stampCards/*" : "/stampCards/0/minimum";
            case "date" -> "/dateGifts/*";
            case "activity" -> "/activityChecks/*";
            case "agreement" -> "/activityChecks/0/consent";
            case "speed" -> "/activityChecks/0/speedLimits/*";
            case "referral" -> "/referral";
            case "keeps" -> "/tierSets/0/tiers/1/keeps";
            case "rollover" -> "/tierSets/0/rollover";
            case "goal" -> "/tierSets/0/tiers/2/keeps/goals/*";
            case "entry" -> "/tierSets/0/tiers/1/entryReward";
            case "gift" -> part.equals("gift-reward") ? "/dateGifts/0/reward" : "/dateGifts/0/points";
            case "pledge" -> "/giving/pledges/*";
            case "default" -> "/giving/unassigned";
            case "offered" -> "/giving/charities/*";
            case "giving" -> "/giving/points";
            default -> "";
        };
    }

    @Test
    void a_fact_brings_what_the_tenant_has_and_goes_into_a_list_of_several_as_one_of_them() {
        ProgramDocument made = condition(P1, "/earning/rules/0/when", "ANY");
        made = condition(made, "/earning/rules/0/when/of", "STORE::LDN1");
        made = condition(made, "/earning/rules/0/when/of", "MEMBER_ATTRIBUTE:diet:vegan");
        Condition.Any any = (Condition.Any) made.earning().rules().get(0).when().orElseThrow();
        assertThat(any.of()).hasSize(4);
        assertThat(any.of().get(2))
                .isInstanceOfSatisfying(
                        Condition.Fact.class, fact -> assertThat(fact.values()).containsExactly("LDN1"));
        assertThat(any.of().get(3))
                .isInstanceOfSatisfying(
                        Condition.Fact.class, fact -> assertThat(fact.of()).contains("diet"));
    }

    @Test
    void with_its_last_condition_a_group_goes_and_the_exception_around_it() {
        ProgramDocument made = condition(P1, "/earning/rules/0/when", "CHANNEL");
        made = condition(made, "/earning/rules/0/when", "NOT");
        made = DocumentEdits.apply(made, new Edit(Edit.Op.REMOVE, "/earning/rules/0/when/of/1/of/of/0", ""));
        assertThat(((Condition.All) made.earning().rules().get(0).when().orElseThrow()).of())
                .hasSize(1);
        made = DocumentEdits.apply(made, new Edit(Edit.Op.REMOVE, "/earning/rules/0/when/of/0", ""));
        assertThat(made.earning().rules().get(0).when()).isEmpty();
    }

    private static ProgramDocument condition(ProgramDocument document, String path, String fact) {
        return DocumentEdits.apply(document, new Edit(Edit.Op.CONDITION, path, fact));
    }
}
