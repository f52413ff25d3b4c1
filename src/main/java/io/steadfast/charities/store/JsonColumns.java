package io.steadfast.charities.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.steadfast.programs.core.LocalText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.TreeMap;

/** JSON columns of these tables: texts in several languages, and totals. */
@ApplicationScoped
class JsonColumns {

    private final ObjectMapper json = new ObjectMapper();

    String written(LocalText text) {
        return written((Object) text.byLanguage());
    }

    String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException ours) {
            throw new IllegalStateException("A value of ours doesn't write as JSON", ours);
        }
    }

    LocalText text(String column) {
        TreeMap<String, String> byLanguage = new TreeMap<>();
        tree(column)
                .fields()
                .forEachRemaining(
                        field -> byLanguage.put(field.getKey(), field.getValue().textValue()));
        return new LocalText(byLanguage);
    }

    JsonNode tree(String column) {
        try {
            return json.readTree(column);
        } catch (JsonProcessingException ours) {
            throw new IllegalStateException("A column of ours isn't JSON", ours);
        }
    }
}
