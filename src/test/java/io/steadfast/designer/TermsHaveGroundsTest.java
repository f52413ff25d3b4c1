package io.steadfast.designer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.programs.ProgramDocumentCodec;
import io.steadfast.programs.ProgramTemplates;
import io.steadfast.programs.Terms;
import io.steadfast.programs.TermsGenerator;
import io.steadfast.programs.core.ProgramDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Nothing stands in the terms that no part of the program is behind: each sentence goes or changes with some part of the document
 * that is taken away or says something else. One that stands whatever the program says would be a promise nobody made.
 */
class TermsHaveGroundsTest {

    private static final List<String> EVERYTHING = List.of(
            "wallets",
            "tierSets",
            "plans",
            "rewards",
            "entitlements",
            "stampCards",
            "dateGifts",
            "activityChecks",
            "/earning/rules",
            "/earning/groups",
            "/earning/budgets",
            "/earning/caps",
            "/giving/pledges",
            "/giving/charities");

    @Test
    void every_sentence_goes_or_changes_with_a_part_of_the_document() {
        for (String name : ProgramTemplates.names()) {
            ProgramDocument document = ProgramTemplates.find(name).orElseThrow();
            for (Locale language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
                Set<String> groundless = sentences(document, language);
                withoutAPart(document, variant -> groundless.retainAll(sentences(variant, language)));
                if (!groundless.isEmpty()) {
                    Mutations.of(document, every -> true).values().stream()
                            .flatMap(List::stream)
                            .forEach(variant -> groundless.retainAll(sentences(variant, language)));
                }
                assertThat(groundless).as(name + " in " + language).isEmpty();
            }
        }
    }

    @Test
    void a_program_that_does_nothing_promises_nothing() {
        ObjectNode tree = ExactJson.tree(ProgramTemplates.find("P4").orElseThrow());
        for (String part : EVERYTHING) {
            JsonNode list = part.startsWith("/") ? tree.at(part) : tree.path(part);
            ((ArrayNode) list).removeAll();
        }
        ((ObjectNode) tree.path("giving")).remove(List.of("points", "unassigned"));
        ProgramDocument nothing = ProgramDocumentCodec.read(tree.toString());
        Map<TermsGenerator.Part, List<Terms.Section>> parts = TermsGenerator.parts(nothing, Locale.ENGLISH);
        assertThat(parts.entrySet().stream()
                        .filter(part -> !part.getValue().isEmpty())
                        .map(Map.Entry::getKey))
                .containsExactly(TermsGenerator.Part.ABOUT);
    }

    private static Set<String> sentences(ProgramDocument document, Locale language) {
        return TermsGenerator.parts(document, language).values().stream()
                .flatMap(List::stream)
                .flatMap(section -> section.paragraphs().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Each list emptied, each of its parts and each thing that may be left out taken away, one after the other; then all earning. */
    private static void withoutAPart(ProgramDocument document, Consumer<ProgramDocument> each) {
        ObjectNode tree = ExactJson.tree(document);
        walk(tree, tree, each);
        // What is said of all earning alike goes when nothing can be earned.
        ((ArrayNode) tree.at("/earning/rules")).removeAll();
        ((ArrayNode) tree.path("wallets")).removeAll();
        readable(tree).ifPresent(each);
    }

    private static void walk(ObjectNode whole, JsonNode node, Consumer<ProgramDocument> each) {
        if (node instanceof ObjectNode object) {
            List<String> fields = new ArrayList<>();
            object.fieldNames().forEachRemaining(fields::add);
            for (String field : fields) {
                JsonNode value = object.get(field);
                walk(whole, value, each);
                ObjectNode before = object.deepCopy();
                object.remove(field);
                readable(whole).ifPresent(each);
                object.setAll(before);
            }
        } else if (node instanceof ArrayNode array) {
            array.forEach(one -> walk(whole, one, each));
            List<JsonNode> all = new ArrayList<>();
            array.forEach(all::add);
            for (int at = 0; at < all.size(); at++) {
                array.remove(at);
                readable(whole).ifPresent(each);
                array.insert(at, all.get(at));
            }
            array.removeAll();
            readable(whole).ifPresent(each);
            array.addAll(all);
        }
    }

    private static Optional<ProgramDocument> readable(ObjectNode whole) {
        try {
            return Optional.of(ProgramDocumentCodec.read(whole.toString()));
        } catch (Refusal unreadable) {
            return Optional.empty();
        }
    }
}
