package io.steadfast.members.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Attributes as the text of their column. */
@ApplicationScoped
class AttributesText {

    private static final TypeReference<Map<String, List<String>>> TYPE = new TypeReference<>() {};

    private final ObjectMapper json = new ObjectMapper();

    String written(Map<String, List<String>> attributes) {
        try {
            return json.writeValueAsString(attributes);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Map<String, List<String>> read(String text) {
        try {
            return json.readValue(text, TYPE);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("Attributes that don't read", broken);
        }
    }
}
