package io.steadfast.designer;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.programs.core.FactKind;
import io.steadfast.programs.core.ProgramDocument;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The names of members' attributes that a document's conditions ask for, wherever they stand. */
public final class AskedAttributes {

    private static final String FACT = FactKind.MEMBER_ATTRIBUTE.name().toLowerCase(Locale.ROOT);

    private AskedAttributes() {}

    public static Set<String> of(ProgramDocument document) {
        Set<String> names = new TreeSet<>();
        collect(ExactJson.tree(document), names);
        return names;
    }

    private static void collect(JsonNode node, Set<String> names) {
        if (node.path("fact").asText().equals(FACT) && node.path("of").isTextual()) {
            names.add(node.path("of").asText());
        }
        node.forEach(child -> collect(child, names));
    }
}
