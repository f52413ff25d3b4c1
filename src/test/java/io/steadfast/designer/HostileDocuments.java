package io.steadfast.designer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.programs.ProgramDocumentCodec;
import io.steadfast.programs.ProgramTemplates;
import io.steadfast.programs.core.ProgramDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Every template and every rare document with a text that means harm wherever a document takes it: what a field takes is found out by
 * writing it there, so a new field is among them by itself.
 */
public final class HostileDocuments {

    private final ObjectNode tree;
    private final String text;
    private final int problems;
    private final Set<String> spoilt = new TreeSet<>();

    private HostileDocuments(ProgramDocument document, String text) {
        this.tree = ExactJson.tree(document);
        this.text = text;
        this.problems = Mutations.problems(document).size();
    }

    /**
     * A document that could be published as well as the one it was.
     *
     * @param fields that have the text now, with {@code *} for places in lists
     */
    public record Spoilt(ObjectNode document, Set<String> fields) {}

    static Map<String, Spoilt> all(String text) {
        Map<String, Spoilt> all = new LinkedHashMap<>();
        all.put("conditions", of(conditions(), text));
        ProgramTemplates.names()
                .forEach(name -> all.put(name, of(ProgramTemplates.find(name).orElseThrow(), text)));
        RareDocuments.all().forEach((name, document) -> all.put(name, of(document, text)));
        return all;
    }

    private static ProgramDocument conditions() {
        ProgramDocument made = ProgramTemplates.find("P2").orElseThrow();
        for (String fact : List.of("SKU", "CATEGORY", "BRAND")) {
            made = DocumentEdits.apply(made, new Edit(Edit.Op.CONDITION, "/earning/rules/0/lines", fact));
        }
        return DocumentEdits.apply(made, new Edit(Edit.Op.CONDITION, "/earning/rules/0/when", "CHANNEL"));
    }

    public static Spoilt of(ProgramDocument document, String text) {
        HostileDocuments made = new HostileDocuments(document, text);
        made.walk(made.tree, "");
        return new Spoilt(made.tree, made.spoilt);
    }

    private void walk(JsonNode node, String name) {
        if (node instanceof ObjectNode object) {
            List<String> fields = new ArrayList<>();
            object.fieldNames().forEachRemaining(fields::add);
            for (String field : fields) {
                JsonNode value = object.get(field);
                spoil(value, name + "/" + field, other -> object.set(field, other));
            }
        } else if (node instanceof ArrayNode array) {
            for (int at = 0; at < array.size(); at++) {
                int place = at;
                spoil(array.get(at), name + "/*", other -> array.set(place, other));
            }
        }
    }

    private void spoil(JsonNode value, String name, Consumer<JsonNode> setting) {
        if (name.endsWith("/charity")) {
            // One of the tenant's register, whose names are spoilt there.
            return;
        }
        if (value.isTextual()) {
            tried(value, TextNode.valueOf(text), name, setting);
        } else if (value.isObject() && value.isEmpty()) {
            // A text nobody has written yet.
            ObjectNode written = ExactJson.NODES.objectNode();
            tried(value, written.put("en", text).put("zh-CN", text), name, setting);
        } else {
            walk(value, name);
        }
    }

    private void tried(JsonNode before, JsonNode after, String name, Consumer<JsonNode> setting) {
        setting.accept(after);
        if (isAsGood()) {
            spoilt.add(name);
        } else {
            setting.accept(before);
        }
    }

    private boolean isAsGood() {
        try {
            return Mutations.problems(ProgramDocumentCodec.read(tree.toString()))
                            .size()
                    <= problems;
        } catch (Refusal unreadable) {
            return false;
        }
    }
}
