package io.steadfast.designer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.programs.ProgramDocumentCodec;
import io.steadfast.programs.ProgramSchema;
import io.steadfast.programs.core.CharityCode;
import io.steadfast.programs.core.CharityRegister;
import io.steadfast.programs.core.Problem;
import io.steadfast.programs.core.ProgramDocument;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** For each field of a document the documents in which that field alone has another value and that could be published. */
final class Mutations {

    private static final CharityRegister REGISTER = new CharityRegister(
            Stream.of("clean-seas", "safe-homes", "young-minds", "charity")
                    .map(CharityCode::new)
                    .collect(Collectors.toSet()),
            Set.of());

    /** What choices may be called; whatever doesn't fit somewhere isn't readable there. */
    private static final String ENUMS = """
            drinks drink app STORE2 gift-card-50 on_request when_affordable
            points currency reward status earliest_expiry earliest_earned never keep_original min_days fresh debt negative clamp
            pending_first base bonus exact whole started floor half_up ceil line order member everyone activity day week month
            quarter year total times trim reject proportional all_or_nothing additive multiplicative calendar_year calendar_half
            calendar_quarter calendar_month rolling lifetime anniversary immediate next_period full one_step none at_once
            join_anniversary tier_anniversary review_now keep_until_review before after split before_order grandfather review new
            all better_of listed any_open any brand skip pledge give_back keep automatic manual open closed benefits_on
            benefits_off unused_days no_refund nothing none period_end now days months years weeks begins_anew stops birthday
            visit delivery fulfilment activation burn earn sum first best_for_member lowest_cost exclusive tax shipping tips
            gift_cards paid_with_points paid_with_gift_card paid_with_credit is_one_of is_none_of at_least at_most between spend
            orders visits split_line tiered value paid to_end_of_period to_end_of_next_period gift_card_purchases webhook api
            """;

    private static final Set<String> CHOICES = choices();

    /** Of one field; more of them say nothing new. */
    private static final int MOST = 3;

    /** What no document can say at a place, learned from those before: most choices fit nowhere. */
    private static final Set<String> UNREADABLE = new HashSet<>();

    private final JsonNode tree;
    private final Predicate<String> wanted;

    /** What parts of the document are called: what refers to one can refer to another. */
    private final Set<String> codes;

    private final Map<String, List<ProgramDocument>> found = new LinkedHashMap<>();

    private Mutations(ProgramDocument document, Predicate<String> wanted) {
        this.wanted = wanted;
        this.tree = ExactJson.tree(document);
        this.codes = new TreeSet<>(tree.findValuesAsText("code"));
    }

    /** Those that the model names, a new one too, and some codes. */
    private static Set<String> choices() {
        Set<String> choices = new LinkedHashSet<>(List.of(ENUMS.strip().split("\\s+")));
        ProgramSchema.generate()
                .findValues("enum")
                .forEach(values -> values.forEach(value -> choices.add(value.asText())));
        return choices;
    }

    /** Of the fields that are wanted, by the field's path, with {@code *} for places in lists and for keys that are codes. */
    static Map<String, List<ProgramDocument>> of(ProgramDocument document, Predicate<String> wanted) {
        Mutations mutations = new Mutations(document, wanted);
        mutations.walk(mutations.tree, "");
        return mutations.found;
    }

    private void walk(JsonNode node, String name) {
        if (node instanceof ObjectNode object) {
            List<String> fields = new ArrayList<>();
            object.fieldNames().forEachRemaining(fields::add);
            for (String field : fields) {
                String shown = name + "/" + (isKey(name, object) ? "*" : field);
                walk(object.get(field), shown);
                mutate(shown, object.get(field), value -> object.set(field, value));
                leaveOut(shown, object, field);
            }
        } else if (node instanceof ArrayNode array) {
            for (int at = 0; at < array.size(); at++) {
                int index = at;
                walk(array.get(at), name + "/*");
                mutate(name + "/*", array.get(at), value -> array.set(index, value));
            }
            lengthen(name, array);
        }
    }

    /** What may be missing can be left out, a whole part too. */
    private void leaveOut(String shown, ObjectNode object, String field) {
        JsonNode value = object.get(field);
        JsonNode none = value.isArray() ? ExactJson.NODES.arrayNode() : ExactJson.NODES.missingNode();
        if (!wanted.test(shown) || found.containsKey(shown) || value.isArray() && value.isEmpty()) {
            return;
        }
        ObjectNode whole = object.deepCopy();
        if (value.isArray()) {
            object.set(field, none);
        } else {
            object.remove(field);
        }
        keep(shown, none, new ArrayList<>());
        object.setAll(whole);
    }

    private static boolean isKey(String name, ObjectNode object) {
        return !object.has("kind")
                && name.matches(".*/(multipliers|per|amount|amounts|minimum|minimumOrder|expiry)$")
                && !name.endsWith("/wallets/*/expiry")
                && !name.endsWith("gives/amount");
    }

    private interface Setting {
        void set(JsonNode value);
    }

    private void mutate(String shown, JsonNode value, Setting setting) {
        if (value.isContainerNode() || !wanted.test(shown)) {
            return;
        }
        List<JsonNode> others = new ArrayList<>();
        if (value.isNumber()) {
            BigDecimal figure = value.decimalValue();
            others.add(ExactJson.NODES.numberNode(figure.add(BigDecimal.ONE)));
            others.add(ExactJson.NODES.numberNode(figure.multiply(BigDecimal.valueOf(2))));
            others.add(ExactJson.NODES.numberNode(figure.subtract(BigDecimal.ONE)));
            others.add(ExactJson.NODES.numberNode(figure.multiply(BigDecimal.valueOf(3))));
        } else if (value.isTextual()) {
            text(value.asText(), others);
        }
        List<ProgramDocument> ofField = new ArrayList<>();
        for (JsonNode other : others) {
            setting.set(other);
            keep(shown, other, ofField);
        }
        setting.set(value);
    }

    private void text(String text, List<JsonNode> others) {
        List<String> wanted = new ArrayList<>();
        if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            wanted.add(text.substring(0, 8) + (text.endsWith("15") ? "16" : "15"));
        } else if (text.matches("[0-9]{2}:[0-9]{2}")) {
            wanted.add(text.substring(0, 2) + ":31");
        } else if (text.matches("[0-9]{2}-[0-9]{2}|--[0-9]{2}-[0-9]{2}")) {
            wanted.add(text.replaceAll("[0-9]{2}$", "17"));
        } else if (text.matches("[A-Z][a-z]+/[A-Za-z_]+")) {
            wanted.add("Asia/Shanghai");
        } else if (text.equals("true")) {
            wanted.add("false");
        } else if (text.matches("[A-Z]{3}")) {
            wanted.addAll(List.of("EUR", "JPY"));
        } else if (text.matches("[A-Z]+DAY")) {
            wanted.add("SATURDAY");
        } else if (!text.isEmpty()) {
            wanted.addAll(CHOICES);
            if (codes.contains(text)) {
                wanted.addAll(codes);
            }
            wanted.add(text + "x");
        } else {
            wanted.add("Something");
        }
        wanted.stream().filter(one -> !one.equals(text)).forEach(one -> others.add(ExactJson.NODES.textNode(one)));
    }

    /** Lists of codes get one more; what stands in them is mutated by itself. */
    private void lengthen(String name, ArrayNode array) {
        if (!wanted.test(name + "[+]")) {
            return;
        }
        List<ProgramDocument> ofField = new ArrayList<>();
        for (String code : CHOICES) {
            boolean there = false;
            for (JsonNode one : array) {
                there |= !one.isTextual() || one.asText().equals(code);
            }
            if (!there) {
                array.add(code);
                keep(name + "[+]", array.get(array.size() - 1), ofField);
                array.remove(array.size() - 1);
            }
        }
    }

    /** Keeps what the document is now where it could be published, unless the field has enough of them. */
    private void keep(String shown, JsonNode value, List<ProgramDocument> ofField) {
        String place = shown + ' ' + value;
        if (ofField.size() < MOST && !UNREADABLE.contains(place)) {
            Optional<ProgramDocument> read = readable();
            if (read.isEmpty()) {
                UNREADABLE.add(place);
            }
            read.filter(document -> problems(document).isEmpty()).ifPresent(document -> {
                ofField.add(document);
                found.computeIfAbsent(shown, none -> new ArrayList<>()).add(document);
            });
        }
    }

    private Optional<ProgramDocument> readable() {
        try {
            return Optional.of(ProgramDocumentCodec.read(tree.toString()));
        } catch (Refusal unreadable) {
            return Optional.empty();
        }
    }

    /** What keeps a document from being published. */
    static List<Problem> problems(ProgramDocument document) {
        return document.problems(REGISTER).stream()
                .filter(problem -> problem.severity() == Problem.Severity.PROBLEM)
                .toList();
    }
}
