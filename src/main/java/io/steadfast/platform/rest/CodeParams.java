package io.steadfast.platform.rest;

import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.RuleCode;
import io.steadfast.shared.TenantSlug;
import io.steadfast.shared.TierCode;
import io.steadfast.shared.WalletCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Ids and codes in paths. One that can't be an id or code at all is answered like one that never existed (404): the caller learns
 * nothing from the difference.
 */
@Provider
@ApplicationScoped
public class CodeParams implements ParamConverterProvider {

    private static final Pattern UUID_SHAPE =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private static final Map<Class<?>, Function<String, Object>> READING = Map.of(
            UUID.class, CodeParams::uuid,
            MemberId.class, text -> new MemberId(uuid(text)),
            ProgramCode.class, ProgramCode::new,
            WalletCode.class, WalletCode::new,
            RuleCode.class, RuleCode::new,
            TierCode.class, TierCode::new,
            TenantSlug.class, TenantSlug::new);

    @Override
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        Function<String, Object> reading = READING.get(type);
        return reading == null ? null : new Converter<>(type, reading);
    }

    private static UUID uuid(String text) {
        if (!UUID_SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("not a UUID");
        }
        return UUID.fromString(text);
    }

    private record Converter<T>(Class<T> type, Function<String, Object> reading) implements ParamConverter<T> {

        @Override
        public @Nullable T fromString(@Nullable String text) {
            // Jersey asks for the value of a query parameter that was left out, too.
            return text == null ? null : type.cast(reading.apply(text));
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
