package io.steadfast.imports.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** JSON columns of these tables: plans, cells and details. */
@ApplicationScoped
class JsonColumns {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final ObjectMapper json = new ObjectMapper().registerModule(new Jdk8Module());

    String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException ours) {
            throw new IllegalStateException("A value of ours doesn't write as JSON: " + value.getClass(), ours);
        }
    }

    <T> T read(String column, Class<T> type) {
        try {
            return json.readValue(column, type);
        } catch (JsonProcessingException ours) {
            throw new IllegalStateException("A column of ours isn't JSON", ours);
        }
    }

    Map<String, String> texts(String column) {
        try {
            return json.readValue(column, TEXTS);
        } catch (JsonProcessingException ours) {
            throw new IllegalStateException("A column of ours isn't JSON", ours);
        }
    }
}
