package io.steadfast.programs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/** Two exclusive groups of one rule each, made of a program's first rule. */
final class Exclusive {

    private Exclusive() {}

    static void groups(JsonNode tree, Consumer<ObjectNode> earlier, Consumer<ObjectNode> later) {
        ArrayNode rules = (ArrayNode) tree.at("/earning/rules");
        ObjectNode first = (ObjectNode) rules.get(0);
        ObjectNode second = first.deepCopy().put("code", "second");
        rules.add(second);
        ArrayNode groups = (ArrayNode) tree.at("/earning/groups");
        groups.add(group("earlier", 101));
        groups.add(group("later", 102));
        earlier.accept(first.put("group", "earlier"));
        later.accept(second.put("group", "later"));
    }

    private static ObjectNode group(String code, int priority) {
        ObjectNode group = JsonNodeFactory.instance.objectNode();
        group.put("code", code);
        group.putObject("name").put("en", code).put("zh-CN", code);
        return group.put("priority", priority).put("mode", "exclusive").put("scope", "order");
    }
}
