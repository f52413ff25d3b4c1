package io.steadfast.platform.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.RefusalReason;
import io.steadfast.shared.RuleCode;
import io.steadfast.shared.TenantSlug;
import io.steadfast.shared.TierCode;
import io.steadfast.shared.WalletCode;
import io.steadfast.shared.WrittenTime;
import java.io.IOException;
import java.io.Serial;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/** How our own words look in JSON: ids, codes, instants and dates as strings in one form only, enums in lower case. */
final class JsonWords extends SimpleModule {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final Pattern UUID_SHAPE =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    JsonWords() {
        super("steadfast");
        word(MemberId.class, text -> new MemberId(uuid(text)));
        word(ProgramCode.class, ProgramCode::new);
        word(WalletCode.class, WalletCode::new);
        word(RuleCode.class, RuleCode::new);
        word(TierCode.class, TierCode::new);
        word(TenantSlug.class, TenantSlug::new);
        addDeserializer(UUID.class, new Word<>(UUID.class, JsonWords::uuid));
        addDeserializer(Instant.class, new Word<>(Instant.class, WrittenTime::instant));
        addDeserializer(LocalDate.class, new Word<>(LocalDate.class, WrittenTime::day));
        setSerializerModifier(new PlainWriting());
        setDeserializerModifier(new LowerCaseReading());
    }

    private <T> void word(Class<T> type, Function<String, T> reading) {
        addSerializer(type, ToStringSerializer.instance);
        addDeserializer(type, new Word<>(type, reading));
        addKeyDeserializer(type, new KeyDeserializer() {
            @Override
            public Object deserializeKey(String key, DeserializationContext context) throws IOException {
                try {
                    return reading.apply(key);
                } catch (IllegalArgumentException wrong) {
                    return context.handleWeirdKey(type, key, "not valid");
                }
            }
        });
    }

    private static UUID uuid(String text) {
        if (!UUID_SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("not a UUID");
        }
        return UUID.fromString(text);
    }

    /** A value that is a JSON string and nothing else. */
    private static final class Word<T> extends StdScalarDeserializer<T> {

        @Serial
        private static final long serialVersionUID = 1L;

        private final transient Function<String, T> reading;

        Word(Class<T> type, Function<String, T> reading) {
            super(type);
            this.reading = reading;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return (T) context.handleUnexpectedToken(_valueClass, parser);
            }
            try {
                return reading.apply(parser.getText());
            } catch (IllegalArgumentException | DateTimeException wrong) {
                throw context.weirdStringException(parser.getText(), _valueClass, "not valid");
            }
        }
    }

    /** Reason codes keep their upper case: they are what callers compare with. */
    private static boolean isCode(Class<?> type) {
        return RefusalReason.class.isAssignableFrom(type);
    }

    /** An id or a code of a feature: a record of nothing but its {@code value}, which {@code toString} writes. */
    private static boolean isPlain(Class<?> type) {
        return type.isRecord()
                && type.getRecordComponents().length == 1
                && type.getRecordComponents()[0].getName().equals("value");
    }

    private static final class PlainWriting extends BeanSerializerModifier {

        @Serial
        private static final long serialVersionUID = 1L;

        @Override
        public JsonSerializer<?> modifySerializer(
                SerializationConfig config, BeanDescription description, JsonSerializer<?> standard) {
            return isPlain(description.getBeanClass()) ? ToStringSerializer.instance : standard;
        }

        @Override
        public JsonSerializer<?> modifyEnumSerializer(
                SerializationConfig config, JavaType type, BeanDescription description, JsonSerializer<?> standard) {
            return isCode(type.getRawClass()) || description.findJsonValueAccessor() != null
                    ? standard
                    : new StdScalarSerializer<Enum<?>>(Enum.class, false) {
                        @Serial
                        private static final long serialVersionUID = 1L;

                        @Override
                        public void serialize(Enum<?> value, JsonGenerator out, SerializerProvider provider)
                                throws IOException {
                            out.writeString(value.name().toLowerCase(Locale.ROOT));
                        }
                    };
        }
    }

    private static final class LowerCaseReading extends BeanDeserializerModifier {

        @Serial
        private static final long serialVersionUID = 1L;

        @Override
        public JsonDeserializer<?> modifyEnumDeserializer(
                DeserializationConfig config,
                JavaType type,
                BeanDescription description,
                JsonDeserializer<?> standard) {
            return isCode(type.getRawClass()) || description.findJsonValueAccessor() != null
                    ? standard
                    : constants(type.getRawClass());
        }

        private static <T> JsonDeserializer<T> constants(Class<T> type) {
            return new Word<>(type, text -> constant(type, text));
        }

        private static <T> T constant(Class<T> type, String text) {
            for (T constant : type.getEnumConstants()) {
                if (((Enum<?>) constant).name().toLowerCase(Locale.ROOT).equals(text)) {
                    return constant;
                }
            }
            throw new IllegalArgumentException("no such constant");
        }
    }
}
