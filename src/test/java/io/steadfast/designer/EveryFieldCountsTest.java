package io.steadfast.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.designer.Edit.Op;
import io.steadfast.programs.ProgramTemplates;
import io.steadfast.programs.TermsGenerator;
import io.steadfast.programs.core.ProgramDocument;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
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
 * Every field of every template, and of programs with what no template has, changed by itself. What changes a decision changes the terms in both languages; what changes
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
            Map.entry(
                    "/wallets/*/value",
                    "the tenant's own valuation; where a budget is reckoned by it, its figure is said"),
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
            "/rewards",
            "/activityChecks",
            "/referral",
            "/earning/rules/*/trigger/side",
            "/entitlements",
            "/plans",
            "/giving",
            "/stampCards",
            "/dateGifts",
            "/transition/",
            "/basics/lookBackDays",
            "/earning/budgets",
            "/earning/groups/*/priority",
            "/wallets/*/consumption",
            "/wallets/*/decimals",
            "/wallets/*/deficit",
            "/wallets/*/holds",
            "/wallets/*/notice",
            "/wallets/*/purpose",
            "/wallets/*/returned",
            "/wallets/*/spending",
            "/wallets/*/unit",
            "/terms/changeNoticeDays",
            "/tierSets/*/crossing",
            "/tierSets/*/tiers/*/benefits",
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
            String english = hash(document, Locale.ENGLISH);
            String chinese = hash(document, Locale.SIMPLIFIED_CHINESE);
            boolean rare = RareDocuments.all().containsKey(name);
            Mutations.of(document, path -> !rare || !isSettled(path)).forEach((path, mutants) -> {
                Said said = SAID.computeIfAbsent(path, none -> new Said());
                boolean looked = false;
                for (ProgramDocument mutant : mutants) {
                    boolean inEnglish = !hash(mutant, Locale.ENGLISH).equals(english);
                    boolean inChinese = !hash(mutant, Locale.SIMPLIFIED_CHINESE).equals(chinese);
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

    /** Of the terms as they are read. */
    private static String hash(ProgramDocument document, Locale language) {
        byte[] text = TermsGenerator.generate(document, language).text().getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** Of fields that were seen to decide and to be said, the rare documents need say nothing more. */
    private static boolean isSettled(String path) {
        Said said = SAID.get(path);
        return said != null && said.english && said.chinese && (decidesNothing(path) || !said.decidedIn.isEmpty());
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

    /** What can't be changed by itself, so that no document with another value there could be published. */
    private static final Map<String, String> ONLY_WITH_OTHERS = Map.ofEntries(
            Map.entry("Budget.code", "with the rules that draw on it"),
            Map.entry("DateGiftGiftPoints.wallet", "with the wallet's own code: there is one"),
            Map.entry("GivingOffered.code", "with the tenant's register"),
            Map.entry("PlanLentTier.set", "with the tier that it lends"),
            Map.entry("ProgramBasics.currency", "with every amount of money"),
            Map.entry("RewardKind[credit].wallet", "with the wallet's own code: there is one of money"),
            Map.entry("RuleGroup.code", "with the rules in it"),
            Map.entry("RuleGroup.scope", "with the rules in it"),
            Map.entry("StampCard.reward", "with the reward's own code: there is one"),
            Map.entry("TierLevel.set", "with the tier on it"),
            Map.entry("TierPrice.set", "with the tier on it"),
            Map.entry("Wallet.code", "with all that names it"),
            Map.entry("WalletCap.wallet", "with the wallet's own code: there is one"));

    @Test
    void every_field_of_the_model_stands_in_one_of_the_documents_and_was_changed_there() {
        Set<String> missing = new TreeSet<>(ModelFields.all());
        Set<String> unchanged = new TreeSet<>();
        Set<String> changed = new TreeSet<>();
        documents()
                .values()
                .forEach(document -> ModelFields.of(ExactJson.tree(document)).forEach((field, paths) -> {
                    missing.remove(field);
                    (paths.stream().anyMatch(EveryFieldCountsTest::isChanged) ? changed : unchanged).add(field);
                }));
        unchanged.removeAll(changed);
        assertThat(missing).as("in no document").isEmpty();
        assertThat(unchanged).isEqualTo(ONLY_WITH_OTHERS.keySet());
    }

    private static boolean isChanged(String path) {
        return SAID.keySet().stream()
                .anyMatch(said -> said.equals(path) || said.startsWith(path + "/") || said.startsWith(path + "["));
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
        documents.putAll(RareDocuments.all());
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
