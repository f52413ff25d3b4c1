package io.steadfast.programs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.shared.WalletCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Gives wallets of a document other codes, wherever it names them: a wallet's code is unique in the tenant. */
final class WalletRenaming {

    /** Where the keys of an object are wallets. */
    private static final Set<String> BY_WALLET = Set.of("multipliers", "expiry");

    private final Map<String, String> codes;

    private WalletRenaming(Map<WalletCode, WalletCode> codes) {
        this.codes = codes.entrySet().stream()
                .collect(Collectors.toMap(
                        each -> each.getKey().value(), each -> each.getValue().value()));
    }

    /** The document with every code that the map holds replaced by what it holds for it. */
    static ProgramDocument apply(ProgramDocument document, Map<WalletCode, WalletCode> codes) {
        JsonNode tree = ProgramDocumentCodec.tree(document);
        WalletRenaming renaming = new WalletRenaming(codes);
        for (JsonNode wallet : tree.path("wallets")) {
            renaming.text((ObjectNode) wallet, "code");
        }
        renaming.walk(tree);
        return ProgramDocumentCodec.read(tree.toString());
    }

    private void walk(JsonNode node) {
        if (node instanceof ObjectNode object) {
            text(object, "wallet");
            for (String field : fields(object)) {
                JsonNode value = object.get(field);
                if (value instanceof ArrayNode list && field.equals("wallets")) {
                    elements(list);
                }
                if (value instanceof ObjectNode map && BY_WALLET.contains(field)) {
                    keys(map);
                }
            }
        }
        node.forEach(this::walk);
    }

    private void text(ObjectNode object, String field) {
        String code = codes.get(object.path(field).asText());
        if (code != null) {
            object.put(field, code);
        }
    }

    private void elements(ArrayNode list) {
        for (int index = 0; index < list.size(); index++) {
            String code = codes.get(list.get(index).asText());
            if (code != null) {
                list.set(index, code);
            }
        }
    }

    private void keys(ObjectNode map) {
        for (String key : fields(map)) {
            String code = codes.get(key);
            if (code != null) {
                map.set(code, map.remove(key));
            }
        }
    }

    private static List<String> fields(ObjectNode object) {
        List<String> fields = new ArrayList<>();
        object.fieldNames().forEachRemaining(fields::add);
        return fields;
    }
}
