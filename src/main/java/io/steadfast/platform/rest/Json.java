package io.steadfast.platform.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.steadfast.platform.refusals.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/**
 * The one JSON of all doors. Strict when it reads: unknown fields, duplicate keys, wrong types, numbers out of range,
 * trailing text and characters that can't be stored are refused with the field's path. Enums are lower case, codes and
 * ids plain strings, instants RFC 3339, dates ISO; what is empty is left out.
 */
@ApplicationScoped
public class Json {

    /** The largest body that is read, in bytes. */
    public static final int MOST_BYTES = 1 << 20;

    private final ObjectMapper mapper;

    public Json() {
        this(JsonMappers.strict());
    }

    private Json(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** As strict, for documents of a feature's own types. */
    public static Json with(Module types) {
        return new Json(JsonMappers.strict().registerModule(types));
    }

    /** For features that read or write documents of their own; already configured, don't change it. */
    public ObjectMapper mapper() {
        return mapper;
    }

    /** Reads one value of a type; refuses (400) what isn't exactly that. */
    public <T> T read(byte[] body, Class<T> type) {
        return type.cast(read(body, (Type) type));
    }

    /** Reads one value of a type; refuses (400) what isn't exactly that. */
    public Object read(byte[] body, Type type) {
        if (body.length == 0) {
            throw new Refusal(DoorReason.BODY_MISSING);
        }
        JsonText.check(mapper, body);
        try {
            Object value = mapper.readValue(body, mapper.constructType(type));
            if (value == null) {
                throw new Refusal(DoorReason.BODY_MISSING);
            }
            return value;
        } catch (JsonProcessingException wrong) {
            throw JsonErrors.refusal(wrong);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Reads any well-formed document; refuses (400) what isn't one. */
    public JsonNode tree(byte[] body) {
        return read(body, JsonNode.class);
    }

    public byte[] write(Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (JsonProcessingException ours) {
            throw new IllegalStateException("A value of ours doesn't write as JSON: " + value.getClass(), ours);
        }
    }

    public String text(Object value) {
        return new String(write(value), StandardCharsets.UTF_8);
    }
}
