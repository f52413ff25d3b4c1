package io.steadfast.accrual.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.steadfast.platform.rest.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Values of the core as JSON in a column: the components of the records and nothing they merely compute. */
@ApplicationScoped
class Documents {

    private final JsonMapper mapper;

    @Inject
    Documents(Json json) {
        this.mapper = ((JsonMapper) json.mapper())
                .rebuild()
                .disable(MapperFeature.AUTO_DETECT_GETTERS, MapperFeature.AUTO_DETECT_IS_GETTERS)
                .build();
    }

    /** For the proxy only. */
    Documents() {
        this(new Json());
    }

    String text(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException ours) {
            throw new IllegalStateException("A value of ours doesn't write as JSON: " + value.getClass(), ours);
        }
    }

    <T> T read(String text, Class<T> type) {
        try {
            return mapper.readValue(text, type);
        } catch (JsonProcessingException ours) {
            throw new IllegalStateException("A stored document doesn't read as " + type, ours);
        }
    }
}
