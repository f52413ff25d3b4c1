package io.steadfast.platform.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonAnyFormatVisitor;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonBooleanFormatVisitor;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonIntegerFormatVisitor;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonNumberFormatVisitor;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonObjectFormatVisitor;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonStringFormatVisitor;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonValueFormat;
import io.steadfast.shared.MemberId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a mapper says it would write of a type: one plain value, or an object of these properties. */
final class MapperAnswer extends JsonFormatVisitorWrapper.Base {

    private static final Map<Class<?>, String> FORMATS = Map.of(UUID.class, "uuid", MemberId.class, "uuid");

    private final List<BeanProperty> properties = new ArrayList<>();
    private @Nullable Schema plain;

    /** Empty for an object. */
    Optional<Schema> plain() {
        return Optional.ofNullable(plain);
    }

    List<BeanProperty> properties() {
        return properties;
    }

    @Override
    public JsonStringFormatVisitor expectStringFormat(JavaType type) {
        Schema text = made(Schema.SchemaType.STRING);
        text.setFormat(FORMATS.get(type.getRawClass()));
        return new JsonStringFormatVisitor.Base() {
            @Override
            public void format(JsonValueFormat format) {
                text.setFormat(format.toString());
            }
        };
    }

    @Override
    public JsonIntegerFormatVisitor expectIntegerFormat(JavaType type) {
        Schema whole = made(Schema.SchemaType.INTEGER);
        return new JsonIntegerFormatVisitor.Base() {
            @Override
            public void numberType(JsonParser.@Nullable NumberType number) {
                whole.setFormat(number == JsonParser.NumberType.LONG ? "int64" : "int32");
            }
        };
    }

    @Override
    public JsonNumberFormatVisitor expectNumberFormat(JavaType type) {
        made(Schema.SchemaType.NUMBER);
        return new JsonNumberFormatVisitor.Base();
    }

    @Override
    public JsonBooleanFormatVisitor expectBooleanFormat(JavaType type) {
        made(Schema.SchemaType.BOOLEAN);
        return new JsonBooleanFormatVisitor.Base();
    }

    @Override
    public JsonObjectFormatVisitor expectObjectFormat(JavaType type) {
        return new JsonObjectFormatVisitor.Base(getProvider()) {
            @Override
            public void property(BeanProperty property) {
                properties.add(property);
            }

            @Override
            public void optionalProperty(BeanProperty property) {
                properties.add(property);
            }
        };
    }

    @Override
    public JsonAnyFormatVisitor expectAnyFormat(JavaType type) {
        made(Schema.SchemaType.OBJECT).setAdditionalPropertiesBoolean(true);
        return new JsonAnyFormatVisitor.Base();
    }

    private Schema made(Schema.SchemaType type) {
        Schema schema = OASFactory.createSchema().type(type);
        plain = schema;
        return schema;
    }
}
