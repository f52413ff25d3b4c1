package io.steadfast.tiers.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.steadfast.tiers.core.TierState;

/** The walk's state as it is kept. */
final class TierStateJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private TierStateJson() {}

    static String write(TierState state) {
        try {
            return MAPPER.writeValueAsString(state);
        } catch (JsonProcessingException wrong) {
            throw new TierStoreException(wrong);
        }
    }

    static TierState read(String json) {
        try {
            return MAPPER.readValue(json, TierState.class);
        } catch (JsonProcessingException wrong) {
            throw new TierStoreException(wrong);
        }
    }
}
