package io.steadfast.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.designer.Edit.Op;
import io.steadfast.programs.ProgramTemplates;
import io.steadfast.programs.Terms;
import io.steadfast.programs.TermsGenerator;
import io.steadfast.programs.core.ProgramDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every field of every template, changed by itself. What changes a decision changes the terms in both languages; what changes
 * neither is on a reviewed list, with the reason. A field that is new and does neither fails here.
 */
class EveryFieldCountsTest {

    /** Nothing that members read or are judged by. */
    private static final Map<String, String> COSMETIC = Map.ofEntries(
            Map.entry("/schemaVersion", "the format's own number"),
            Map.entry("/basics/code", "what systems call the program; receipts bear it"),
            Map.entry("/activityChecks/*/consent/purpose", "what consents are recorded under; members read its name"),
            Map.entry("/basics/kind", "what the designer began with; decides nothing"),
            Map.entry("/basics/grossMarginPercent", "the tenant's own figure, for warnings only"),
            Map.entry("/wallets/*/value/minorUnits", "the tenant's own valuation, for liability and warnings only"),
            Map.entry("/wallets/*/value/expectedUsePercent", "the tenant's own estimate, for liability only"),
            Map.entry("/earning/rules/*/code", "what receipts call the rule; members read its name"),
            Map.entry("/tierSets/*/code", "what systems call the ladder; members read its name"),
            Map.entry("/tierSets/*/tiers/*/code", "what systems call the tier; members read its name"),
            Map.entry("/plans/*/code", "what systems call the plan; members read its name"),
            Map.entry("/plans/*/entitlements/*/code", "what systems ask for; members read its name"),
            Map.entry("/entitlements/*/code", "what systems ask for; members read its name"),
            Map.entry("/rewards/*/code", "what systems call the reward; members read its name"),
            Map.entry("/stampCards/*/code", "what systems call the card; members read its name"),
            Map.entry("/dateGifts/*/code", "what systems call the gift; members read its name"),
            Map.entry("/giving/pledges/*/code", "what settlements call the pledge; members read its name"));

    /** Decided by other features than the evaluation of an order, each with tests of its own; the terms say it all the same. */
    private static final List<String> DECIDED_ELSEWHERE = List.of(
            "/rewards/",
            "/activityChecks/",
            "/referral/",
            "/entitlements/",
            "/plans/",
            "/giving/",
            "/stampCards/",
            "/dateGifts/",
            "/transition/",
            "/basics/lookBackDays",
            "/earning/budgets/",
            "/earning/groups/*/priority",
            "/wallets/*/consumption",
            "/wallets/*/decimals",
            "/wallets/*/deficit",
            "/wallets/*/holds/",
            "/wallets/*/purpose",
            "/wallets/*/returned/",
            "/wallets/*/spending/",
            "/wallets/*/unit",
            "/tierSets/*/crossing",
            "/tierSets/*/tiers/*/entryReward",
            "/tierSets/*/metric/");

    private static final Map<String, Said> SAID = new TreeMap<>();
    private static final List<String> SILENT = new ArrayList<>();

    /** What came of changing a field, in all documents together. */
    private static final class Said {
        private boolean english;
        private boolean chinese;
        private final Set<String> decidedIn = new TreeSet<>();
    }

    @BeforeAll
    static void changeEveryField() {
        documents().forEach((name, document) -> {
            String decisions = Corpus.decisions(document);
            Terms english = TermsGenerator.generate(document, Locale.ENGLISH);
            Terms chinese = TermsGenerator.generate(document, Locale.SIMPLIFIED_CHINESE);
            Mutations.of(document).forEach((path, mutants) -> {
                Said said = SAID.computeIfAbsent(path, none -> new Said());
                boolean looked = false;
                for (ProgramDocument mutant : mutants) {
                    boolean inEnglish =
                            !TermsGenerator.generate(mutant, Locale.ENGLISH).equals(english);
                    boolean inChinese = !TermsGenerator.generate(mutant, Locale.SIMPLIFIED_CHINESE)
                            .equals(chinese);
                    // Of what decides nothing here one change is enough; what one document has shown to decide is seen.
                    boolean seen = looked && decidesNothing(path) || !said.decidedIn.isEmpty();
                    boolean decided = !seen && !Corpus.decisions(mutant).equals(decisions);
                    looked = true;
                    said.english |= inEnglish;
                    said.chinese |= inChinese;
                    if (decided) {
                        said.decidedIn.add(name);
                    }
                    if (decided && !(inEnglish && inChinese) && !COSMETIC.containsKey(path)) {
                        SILENT.add(name + " " + path);
                    }
                }
            });
        });
    }

    private static boolean decidesNothing(String path) {
        return path.endsWith("/en")
                || path.endsWith("/zh-CN")
                || COSMETIC.containsKey(path)
                || DECIDED_ELSEWHERE.stream().anyMatch(path::startsWith);
    }

    @Test
    void no_change_of_a_decision_leaves_the_terms_as_they_were() {
        assertThat(SILENT).isEmpty();
    }

    @Test
    void every_field_but_the_cosmetic_changes_the_terms_in_both_languages() {
        Set<String> unsaid = new TreeSet<>();
        SAID.forEach((path, said) -> {
            boolean english = said.english || path.endsWith("/zh-CN");
            boolean chinese = said.chinese || path.endsWith("/en");
            if (!(english && chinese) && !COSMETIC.containsKey(path)) {
                unsaid.add(path);
            }
        });
        assertThat(unsaid).isEmpty();
    }

    @Test
    void every_field_but_texts_and_what_others_decide_changes_a_decision() {
        Set<String> idle = new TreeSet<>();
        SAID.forEach((path, said) -> {
            if (said.decidedIn.isEmpty() && !decidesNothing(path)) {
                idle.add(path);
            }
        });
        assertThat(idle).isEmpty();
    }

    @Test
    void the_reviewed_lists_name_nothing_that_is_gone() {
        assertThat(SAID.keySet()).containsAll(COSMETIC.keySet());
        assertThat(DECIDED_ELSEWHERE)
                .allMatch(prefix -> SAID.keySet().stream().anyMatch(path -> path.startsWith(prefix)));
    }

    private static Map<String, ProgramDocument> documents() {
        Map<String, ProgramDocument> documents = new LinkedHashMap<>();
        for (String name : ProgramTemplates.names()) {
            documents.put(name, ProgramTemplates.find(name).orElseThrow());
        }
        ProgramDocument tiers = documents.get("P2");
        documents.put("conditions", conditions(tiers));
        documents.put("offers", offers(tiers));
        documents.put("waits", waits(tiers));
        documents.put("welcome", with(tiers, Op.PART, "/tierSets/0/tiers/1/entryReward", "entry-reward"));
        documents.put("goals", with(tiers, Op.PART, "/tierSets/0/tiers/1/keeps", "keeps"));
        documents.put("reviews", goalOfActivities(tiers));
        documents.put("over", with(tiers, Op.PART, "/tierSets/0/rollover", "rollover"));
        documents.put("months", with(tiers, Op.PART, "/wallets/0/expiry/0", "expiry-end-of-month"));
        documents.put("percent", with(documents.get("P4"), Op.ADD, "/giving/pledges", "pledge-percent"));
        documents.forEach((name, document) ->
                assertThat(Mutations.problems(document)).as(name).isEmpty());
        return documents;
    }

    private static ProgramDocument goalOfActivities(ProgramDocument document) {
        ProgramDocument made = with(document, Op.PART, "/tierSets/0/tiers/1/keeps", "keeps");
        return with(made, Op.PART, "/tierSets/0/tiers/1/keeps/goals/1", "goal-COUNTER");
    }

    private static ProgramDocument conditions(ProgramDocument document) {
        ProgramDocument made = document;
        for (String fact : List.of("ORDER_AMOUNT", "CHANNEL", "STORE")) {
            made = with(made, Op.CONDITION, "/earning/rules/0/when", fact);
        }
        made = with(made, Op.CONDITION, "/earning/rules/0/lines", "CATEGORY");
        made = with(made, Op.ADD, "/earning/rules", "rule-buying");
        made = with(made, Op.CONDITION, "/earning/rules/1/lines", "SKU");
        made = with(made, Op.ADD, "/earning/rules", "rule-buying");
        made = with(made, Op.CONDITION, "/earning/rules/2/lines", "BRAND");
        return with(made, Op.PART, "/earning/rules/0/minimumBasket", "minimum-basket");
    }

    private static ProgramDocument offers(ProgramDocument document) {
        ProgramDocument made = document;
        for (String rule : List.of("rule-activity", "rule-multiplier", "rule-first-order", "rule-buying")) {
            made = with(made, Op.ADD, "/earning/rules", rule);
        }
        made = with(made, Op.ADD, "/earning/groups", "group");
        made = with(made, Op.WHOLE, "/earning/groups/0/priority", "7");
        made = with(made, Op.WHOLE, "/earning/rules/0/priority", "3");
        made = with(made, Op.WHOLE, "/earning/rules/1/priority", "4");
        made = with(made, Op.WHOLE, "/earning/rules/2/priority", "8");
        made = with(made, Op.WHOLE, "/earning/rules/3/priority", "10");
        made = with(made, Op.CHOICE, "/earning/rules/3/group", "group");
        made = with(made, Op.CHOICE, "/earning/rules/4/group", "group");
        made = with(made, Op.ADD, "/earning/rules/1/caps", "cap-times");
        made = with(made, Op.ADD, "/earning/caps", "wallet-cap");
        made = with(made, Op.ADD, "/earning/budgets", "budget");
        made = with(made, Op.WHOLE, "/earning/budgets/0/points", "700");
        made = with(made, Op.LIST, "/earning/rules/3/budgets", "budget");
        made = with(made, Op.LIST, "/earning/rules/4/budgets", "budget");
        made = with(made, Op.CONDITION, "/earning/rules/4/when", "TIME_OF_DAY");
        return with(made, Op.CONDITION, "/earning/rules/1/when", "BIRTHDAY_MONTH");
    }

    private static ProgramDocument waits(ProgramDocument document) {
        ProgramDocument made = with(document, Op.PART, "/earning/rules/0/pending", "pending-after-days");
        made = with(made, Op.PART, "/earning/rules/0/validity", "validity");
        made = with(made, Op.PART, "/earning/pending", "pending-next-date");
        made = with(made, Op.ADD, "/earning/rules", "rule-activity");
        return with(made, Op.PART, "/wallets/0/expiry/0", "expiry-fixed-dates");
    }

    private static ProgramDocument with(ProgramDocument document, Op op, String path, String value) {
        return DocumentEdits.apply(document, new Edit(op, path, value));
    }
}
