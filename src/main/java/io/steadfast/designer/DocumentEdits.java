package io.steadfast.designer;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.programs.ProgramDocumentCodec;
import io.steadfast.programs.core.ProgramDocument;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes one change to a program document. Works on the document's JSON, so that every field can be changed alike, and
 * reads the result back through the document's own strict reader: what comes out is always a whole document.
 */
public final class DocumentEdits {

    private static final JsonNodeFactory NODES = ExactJson.NODES;
    private static final String RULES = "/earning/rules";
    private static final Set<String> CONDITIONS = Set.of("all", "any");

    private final ProgramDocument document;
    private final ObjectNode tree;

    private DocumentEdits(ProgramDocument document) {
        this.document = document;
        this.tree = ExactJson.tree(document);
    }

    /** The document with the change. Throws {@link NotThat} with what was typed where it doesn't fit. */
    public static ProgramDocument apply(ProgramDocument document, Edit edit) {
        try {
            DocumentEdits edits = new DocumentEdits(document);
            edits.apply(edit);
            return ProgramDocumentCodec.read(edits.tree.toString());
        } catch (Refusal unreadable) {
            throw new NotThat(edit.value());
        }
    }

    private void apply(Edit edit) {
        JsonPointer path = pointer(edit);
        switch (edit.op()) {
            case TEXT -> set(path, edit.value().isBlank() ? Optional.empty() : Optional.of(text(edit.value())));
            case CHOICE, WHOLE, DECIMAL, MONEY -> set(path, scalar(edit));
            case LIST -> set(path, Optional.of(list(edit.value())));
            case TOGGLE -> toggle(path, edit.value());
            case PART -> set(path, Optional.of(part(edit.value(), path)));
            case ADD -> add(path, part(edit.value(), path));
            case CONDITION -> condition(path, asked(edit.value(), path));
            case REMOVE -> remove(path, edit);
            case UP -> move(path, -1);
            case DOWN -> move(path, 1);
        }
    }

    private static JsonPointer pointer(Edit edit) {
        try {
            JsonPointer pointer = JsonPointer.compile(edit.path());
            if (pointer.matches()) {
                throw new NotThat(edit.value());
            }
            return pointer;
        } catch (IllegalArgumentException noPointer) {
            throw new NotThat(edit.value());
        }
    }

    /** Nothing typed means nothing there; where something must stand, the document's reader says so. */
    private Optional<JsonNode> scalar(Edit edit) {
        String typed = edit.value().strip();
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (edit.op()) {
                    case WHOLE -> NODES.numberNode(Numbers.whole(typed));
                    case DECIMAL -> NODES.numberNode(Numbers.decimal(typed));
                    case MONEY ->
                        NODES.numberNode(
                                Numbers.minorUnits(typed, document.basics().currency()));
                    default -> text(typed);
                });
    }

    private static JsonNode text(String text) {
        return NODES.textNode(text);
    }

    private static JsonNode list(String typed) {
        ArrayNode list = NODES.arrayNode();
        Stream.of(typed.split("[,，、]", -1))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .forEach(list::add);
        return list;
    }

    private JsonNode part(String name, JsonPointer path) {
        return Parts.of(name, document, path.toString()).orElseThrow(() -> new NotThat(name));
    }

    private JsonNode holder(JsonPointer path) {
        return tree.at(path.head());
    }

    private void set(JsonPointer path, Optional<JsonNode> value) {
        JsonNode holder = holder(path);
        if (holder instanceof ObjectNode object) {
            String field = path.last().getMatchingProperty();
            value.ifPresentOrElse(present -> object.set(field, present), () -> object.remove(field));
        } else if (holder instanceof ArrayNode array && value.isPresent()) {
            array.set(index(path, array), value.get());
        } else {
            throw new NotThat(path.toString());
        }
    }

    private static int index(JsonPointer path, ArrayNode array) {
        int index = path.last().getMatchingIndex();
        if (index < 0 || index >= array.size()) {
            throw new NotThat(path.toString());
        }
        return index;
    }

    private ArrayNode array(JsonPointer path) {
        if (tree.at(path) instanceof ArrayNode array) {
            return array;
        }
        throw new NotThat(path.toString());
    }

    private void toggle(JsonPointer path, String code) {
        ArrayNode list = array(path);
        for (int at = 0; at < list.size(); at++) {
            if (list.get(at).asText().equals(code)) {
                list.remove(at);
                return;
            }
        }
        list.add(code);
    }

    private void add(JsonPointer path, JsonNode part) {
        ArrayNode list = array(path);
        if (part instanceof ObjectNode object) {
            FreshCodes.give(object, list);
            if (path.toString().equals(RULES)) {
                object.put("priority", highestPriority() + 1);
            }
        }
        list.add(part);
    }

    private int highestPriority() {
        return Stream.concat(
                        document.earning().rules().stream().map(rule -> rule.priority()),
                        document.earning().groups().stream().map(group -> group.priority()))
                .max(Integer::compareTo)
                .orElse(0);
    }

    /** A fact by its name, and behind colons which one is meant and the value, where the tenant has some: {@code STORE::LDN1}. */
    private JsonNode asked(String wanted, JsonPointer path) {
        String[] words = wanted.split(":", 3);
        JsonNode fact = part("fact-" + words[0], path);
        if (fact instanceof ObjectNode object) {
            if (words.length > 1 && !words[1].isEmpty()) {
                object.put("of", words[1]);
            }
            if (words.length > 2) {
                object.putArray("values").add(words[2]);
            }
        }
        return fact;
    }

    /** Joins what is asked already: all of it must hold; into a list of several it goes as one of them. */
    private void condition(JsonPointer path, JsonNode fact) {
        JsonNode present = tree.at(path);
        if (present instanceof ArrayNode several) {
            several.add(fact);
        } else if (present.isMissingNode()) {
            set(path, Optional.of(fact));
        } else if (present.path("kind").asText().equals("all") && present.get("of") instanceof ArrayNode parts) {
            parts.add(fact);
        } else {
            ObjectNode all = NODES.objectNode();
            all.put("kind", "all").putArray("of").add(present).add(fact);
            set(path, Optional.of(all));
        }
    }

    private void remove(JsonPointer path, Edit edit) {
        JsonNode holder = holder(path);
        if (holder instanceof ObjectNode object) {
            object.remove(path.last().getMatchingProperty());
            return;
        }
        if (!(holder instanceof ArrayNode array)) {
            throw new NotThat(edit.value());
        }
        array.remove(index(path, array));
        JsonPointer owner = path.head().head();
        boolean ofConditions = path.head().last() != null
                && "of".equals(path.head().last().getMatchingProperty())
                && CONDITIONS.contains(tree.at(owner).path("kind").asText());
        if (ofConditions && array.isEmpty()) {
            removeCondition(owner, edit);
        }
    }

    /** What asks for nothing any more goes, and what stood around it alone. */
    private void removeCondition(JsonPointer path, Edit edit) {
        boolean denied = "not".equals(tree.at(path.head()).path("kind").asText());
        remove(denied ? path.head() : path, edit);
    }

    private void move(JsonPointer path, int by) {
        if (!(holder(path) instanceof ArrayNode array)) {
            throw new NotThat(path.toString());
        }
        int from = index(path, array);
        if (path.head().toString().equals(RULES)) {
            swapPriorities(array, from, by);
            return;
        }
        int to = from + by;
        if (to >= 0 && to < array.size()) {
            array.insert(to, array.remove(from));
        }
    }

    /** Rules stand in the order of their priorities, wherever they stand in the list. */
    private static void swapPriorities(ArrayNode rules, int from, int by) {
        List<ObjectNode> inOrder = Stream.iterate(0, at -> at + 1)
                .limit(rules.size())
                .map(at -> (ObjectNode) rules.get(at))
                .sorted((one, other) -> Integer.compare(priority(one), priority(other)))
                .toList();
        ObjectNode moved = (ObjectNode) rules.get(from);
        int to = inOrder.indexOf(moved) + by;
        if (to < 0 || to >= inOrder.size()) {
            return;
        }
        ObjectNode other = inOrder.get(to);
        int kept = priority(moved);
        moved.put("priority", priority(other));
        other.put("priority", kept);
    }

    private static int priority(JsonNode rule) {
        return rule.path("priority").asInt();
    }
}
