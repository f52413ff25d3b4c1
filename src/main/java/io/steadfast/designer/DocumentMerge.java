package io.steadfast.designer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.steadfast.programs.ProgramDocumentCodec;
import io.steadfast.programs.core.ProgramDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brings together what two people made of the same version: what only one of them changed is taken from that one. Parts are
 * the same where their codes are. Where both changed one thing differently, mine stands and the place is named.
 */
public final class DocumentMerge {

    private static final JsonNode NOTHING = MissingNode.getInstance();
    private static final String RULES = "/earning/rules";
    private static final String CODE = "code";
    private static final String KIND = "kind";
    private static final String PRIORITY = "priority";

    private final List<String> both = new ArrayList<>();

    private DocumentMerge() {}

    /**
     * What came of it.
     *
     * @param both places, as JSON pointers, that both changed and where mine stands
     */
    public record Merged(ProgramDocument document, List<String> both) {

        public Merged {
            both = List.copyOf(both);
        }
    }

    /**
     * @param base what both began with
     * @param mine the draft
     * @param theirs what was published meanwhile
     */
    public static Merged of(ProgramDocument base, ProgramDocument mine, ProgramDocument theirs) {
        DocumentMerge merge = new DocumentMerge();
        JsonNode merged = merge.merged("", ExactJson.tree(base), ExactJson.tree(mine), ExactJson.tree(theirs));
        inOrder(merged.at(RULES));
        return new Merged(ProgramDocumentCodec.read(merged.toString()), merge.both);
    }

    private JsonNode merged(String path, JsonNode base, JsonNode mine, JsonNode theirs) {
        if (mine.equals(theirs) || theirs.equals(base)) {
            return mine;
        }
        if (mine.equals(base)) {
            return theirs;
        }
        if (mine instanceof ObjectNode own && theirs instanceof ObjectNode other && sameKind(own, other)) {
            return fields(path, base, own, other);
        }
        if (mine instanceof ArrayNode own && theirs instanceof ArrayNode other && coded(own) && coded(other)) {
            return parts(path, base, own, other);
        }
        both.add(path);
        return mine;
    }

    private static boolean sameKind(ObjectNode one, ObjectNode other) {
        return one.path(KIND).equals(other.path(KIND));
    }

    private static boolean coded(ArrayNode list) {
        for (JsonNode one : list) {
            if (!one.path(CODE).isTextual()) {
                return false;
            }
        }
        return true;
    }

    private JsonNode fields(String path, JsonNode base, ObjectNode mine, ObjectNode theirs) {
        ObjectNode merged = ExactJson.NODES.objectNode();
        Set<String> names = new LinkedHashSet<>();
        mine.fieldNames().forEachRemaining(names::add);
        theirs.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            JsonNode value = merged(path + "/" + name, base.path(name), mine.path(name), theirs.path(name));
            if (!value.isMissingNode()) {
                merged.set(name, value);
            }
        }
        return merged;
    }

    /** Mine in my order, then what they added. */
    private JsonNode parts(String path, JsonNode base, ArrayNode mine, ArrayNode theirs) {
        Map<String, JsonNode> before = byCode(base);
        Map<String, JsonNode> own = byCode(mine);
        Map<String, JsonNode> other = byCode(theirs);
        Set<String> codes = new LinkedHashSet<>(own.keySet());
        codes.addAll(other.keySet());
        ArrayNode merged = ExactJson.NODES.arrayNode();
        for (String code : codes) {
            JsonNode value = merged(
                    path + "/" + code,
                    before.getOrDefault(code, NOTHING),
                    own.getOrDefault(code, NOTHING),
                    other.getOrDefault(code, NOTHING));
            if (!value.isMissingNode()) {
                merged.add(value);
            }
        }
        return merged;
    }

    private static Map<String, JsonNode> byCode(JsonNode list) {
        Map<String, JsonNode> parts = new LinkedHashMap<>();
        list.forEach(one -> parts.put(one.path(CODE).asText(), one));
        return parts;
    }

    /** Two rules that each were put last have the same place: one comes after the other. */
    private static void inOrder(JsonNode rules) {
        List<ObjectNode> order = new ArrayList<>();
        rules.forEach(rule -> order.add((ObjectNode) rule));
        order.sort((one, other) ->
                Integer.compare(one.path(PRIORITY).asInt(), other.path(PRIORITY).asInt()));
        int last = Integer.MIN_VALUE;
        for (ObjectNode rule : order) {
            int place = rule.path(PRIORITY).asInt();
            if (place <= last) {
                place = last + 1;
                rule.put(PRIORITY, place);
            }
            last = place;
        }
    }
}
