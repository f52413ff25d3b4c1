package io.steadfast.tiers.store;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.steadfast.tiers.core.TierState;
import java.util.List;
import java.util.SortedMap;

/** The walk's state as it is kept. */
final class TierStateJson {

    private static final JsonSetter.Value EMPTY = JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            // What a state didn't have when it was kept is empty.
            .withConfigOverride(SortedMap.class, each -> each.setSetterInfo(EMPTY))
            .withConfigOverride(List.class, each -> each.setSetterInfo(EMPTY))
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
