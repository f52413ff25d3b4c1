package io.steadfast.platform.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import io.steadfast.platform.refusals.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns what the JSON library found into a wrong field with its path, without a word of the library's own. */
final class JsonErrors {

    private static final Set<Class<?>> WHOLE_NUMBERS =
            Set.of(int.class, long.class, Integer.class, Long.class, Short.class, java.math.BigInteger.class);

    private JsonErrors() {}

    static Refusal refusal(JsonProcessingException wrong) {
        Refusal own = ownRefusal(wrong);
        if (own != null) {
            return own;
        }
        String path = wrong instanceof JsonMappingException mapping ? path(mapping) : "";
        if (wrong instanceof UnrecognizedPropertyException) {
            return FieldErrors.one(path, FieldReason.UNKNOWN_FIELD);
        }
        if (hasCause(wrong, InputCoercionException.class)) {
            return FieldErrors.one(path, FieldReason.OUT_OF_RANGE, Map.of("range", "64 bit"));
        }
        if (wrong instanceof InvalidFormatException format) {
            return format.getValue() instanceof String
                    ? unreadable(path, format.getTargetType())
                    : FieldErrors.one(path, FieldReason.WRONG_TYPE, Map.of("expected", kind(format.getTargetType())));
        }
        if (wrong instanceof ValueInstantiationException) {
            return FieldErrors.one(path, FieldReason.NOT_VALID);
        }
        if (wrong instanceof MismatchedInputException mismatch) {
            return mismatched(path, mismatch);
        }
        return wrong instanceof JsonMappingException
                ? FieldErrors.one(path, FieldReason.NOT_VALID)
                : syntax(wrong, path);
    }

    /** What the parser itself found. */
    static Refusal syntax(JsonProcessingException wrong, String path) {
        String message = wrong.getOriginalMessage() == null ? "" : wrong.getOriginalMessage();
        if (message.startsWith("Duplicate field")) {
            return FieldErrors.one(path, FieldReason.DUPLICATE_FIELD);
        }
        if (wrong instanceof StreamConstraintsException) {
            return message.contains("nesting depth")
                    ? FieldErrors.one("", FieldReason.TOO_DEEP)
                    : FieldErrors.one(
                            path, FieldReason.TOO_LONG, Map.of("most", message.contains("Number") ? 100 : 1_000));
        }
        return FieldErrors.one(path, FieldReason.MALFORMED_JSON);
    }

    private static @Nullable Refusal ownRefusal(Throwable wrong) {
        for (Throwable cause = wrong; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
        }
        return null;
    }

    private static boolean hasCause(Throwable wrong, Class<? extends Throwable> type) {
        for (Throwable cause = wrong; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static Refusal mismatched(String path, MismatchedInputException mismatch) {
        String message = mismatch.getOriginalMessage() == null ? "" : mismatch.getOriginalMessage();
        if (mismatch instanceof InvalidNullException
                || message.startsWith("Cannot map `null`")
                || message.startsWith("Missing")) {
            return FieldErrors.one(path, FieldReason.REQUIRED);
        }
        return FieldErrors.one(path, FieldReason.WRONG_TYPE, Map.of("expected", kind(mismatch.getTargetType())));
    }

    private static Refusal unreadable(String path, @Nullable Class<?> type) {
        if (type == Instant.class) {
            return FieldErrors.one(path, FieldReason.NOT_AN_INSTANT);
        }
        if (type == LocalDate.class) {
            return FieldErrors.one(path, FieldReason.NOT_A_DATE);
        }
        if (type == UUID.class || type == io.steadfast.shared.MemberId.class) {
            return FieldErrors.one(path, FieldReason.NOT_AN_ID);
        }
        if (type != null && type.isEnum()) {
            return FieldErrors.one(path, FieldReason.NOT_ONE_OF, Map.of("allowed", words(type)));
        }
        return type == null || kind(type).equals("object") || kind(type).equals("string")
                ? FieldErrors.one(path, FieldReason.NOT_VALID)
                : FieldErrors.one(path, FieldReason.WRONG_TYPE, Map.of("expected", kind(type)));
    }

    private static String words(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private static String kind(@Nullable Class<?> type) {
        if (type == null) {
            return "object";
        }
        if (WHOLE_NUMBERS.contains(type)) {
            return "integer";
        }
        if (Number.class.isAssignableFrom(type)) {
            return "number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        }
        if (type.isArray() || Iterable.class.isAssignableFrom(type)) {
            return "array";
        }
        boolean text = type == String.class
                || type.isEnum()
                || type == UUID.class
                || type == Instant.class
                || type == LocalDate.class
                || type.getPackageName().equals("io.steadfast.shared")
                        && !type.getSimpleName().equals("Money");
        return text ? "string" : "object";
    }

    private static String path(JsonMappingException wrong) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : wrong.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }
}
