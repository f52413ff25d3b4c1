package io.steadfast.accrual.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.RuleCode;
import io.steadfast.shared.TierCode;
import io.steadfast.shared.WalletCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.Serial;
import java.util.UUID;
import java.util.function.Function;

/** Values of the core as JSON in a column: the components of the records and nothing they merely compute. */
@ApplicationScoped
class Documents {

    private final JsonMapper mapper = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .addModule(words())
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .serializationInclusion(JsonInclude.Include.NON_ABSENT)
            .build();

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

    /** Ids and codes are plain strings, as keys too. */
    private static SimpleModule words() {
        SimpleModule words = new SimpleModule("words");
        word(words, MemberId.class, text -> new MemberId(UUID.fromString(text)));
        word(words, ProgramCode.class, ProgramCode::new);
        word(words, WalletCode.class, WalletCode::new);
        word(words, RuleCode.class, RuleCode::new);
        word(words, TierCode.class, TierCode::new);
        return words;
    }

    private static <T> void word(SimpleModule module, Class<T> type, Function<String, T> reading) {
        module.addSerializer(type, ToStringSerializer.instance);
        module.addDeserializer(type, new Word<>(type, reading));
        module.addKeyDeserializer(type, new KeyDeserializer() {
            @Override
            public Object deserializeKey(String key, DeserializationContext context) {
                return reading.apply(key);
            }
        });
    }

    private static final class Word<T> extends StdScalarDeserializer<T> {

        @Serial
        private static final long serialVersionUID = 1L;

        private final transient Function<String, T> reading;

        Word(Class<T> type, Function<String, T> reading) {
            super(type);
            this.reading = reading;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return reading.apply(parser.getText());
        }
    }
}
