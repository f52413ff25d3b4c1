package io.steadfast.designer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives wallets other codes wherever a document names them: in rules, tiers, plans, prices and caps. */
final class WalletNames {

    private static final Set<String> NAMES_ONE = Set.of("wallet");
    private static final Set<String> NAMES_MANY = Set.of("wallets");
    private static final Set<String> BY_WALLET = Set.of("multipliers", "expiry");

    private WalletNames() {}

    /** @param codes the code there is, and the one there shall be */
    static void rename(ObjectNode document, Map<String, String> codes) {
        for (JsonNode wallet : document.path("wallets")) {
            ObjectNode own = (ObjectNode) wallet;
            own.put("code", other(own.path("code").asText(), codes));
        }
        walk(document, codes);
    }

    private static void walk(JsonNode node, Map<String, String> codes) {
        if (node instanceof ObjectNode object) {
            List<String> fields = new ArrayList<>();
            object.fieldNames().forEachRemaining(fields::add);
            fields.forEach(field -> field(object, field, codes));
        } else if (node instanceof ArrayNode array) {
            array.forEach(one -> walk(one, codes));
        }
    }

    private static void field(ObjectNode holder, String field, Map<String, String> codes) {
        JsonNode value = holder.get(field);
        if (NAMES_ONE.contains(field) && value.isTextual()) {
            holder.put(field, other(value.asText(), codes));
        } else if (NAMES_MANY.contains(field) && value instanceof ArrayNode several) {
            for (int at = 0; at < several.size(); at++) {
                if (several.get(at).isTextual()) {
                    several.set(at, TextNode.valueOf(other(several.get(at).asText(), codes)));
                }
            }
            walk(several, codes);
        } else if (BY_WALLET.contains(field) && value instanceof ObjectNode byWallet) {
            ObjectNode renamed = holder.objectNode();
            byWallet.fields().forEachRemaining(one -> renamed.set(other(one.getKey(), codes), one.getValue()));
            holder.set(field, renamed);
        } else {
            walk(value, codes);
        }
    }

    private static String other(String code, Map<String, String> codes) {
        return codes.getOrDefault(code, code);
    }
}
