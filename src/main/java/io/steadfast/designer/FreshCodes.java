package io.steadfast.designer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;

/** Codes of what is added, so that nobody has to think of one: the part's own, or with a number where it is taken. */
final class FreshCodes {

    private static final String CODE = "code";

    private FreshCodes() {}

    static void give(ObjectNode added, ArrayNode beside) {
        if (!added.has(CODE)) {
            return;
        }
        Set<String> taken = new TreeSet<>();
        for (JsonNode one : beside) {
            taken.add(one.path(CODE).asText());
        }
        String wanted = added.get(CODE).asText();
        String free = wanted;
        for (int number = 2; taken.contains(free); number++) {
            free = wanted + "-" + number;
        }
        added.put(CODE, free);
    }
}
