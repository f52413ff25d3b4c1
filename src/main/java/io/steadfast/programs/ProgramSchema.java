package io.steadfast.programs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.steadfast.programs.core.Amounts;
import io.steadfast.programs.core.Basis;
import io.steadfast.programs.core.CharityCode;
import io.steadfast.programs.core.LocalText;
import io.steadfast.programs.core.PlanCode;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.RewardCode;
import io.steadfast.programs.core.TierSetCode;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.RuleCode;
import io.steadfast.shared.TierCode;
import io.steadfast.shared.WalletCode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The JSON Schema (2020-12) of the program document, drawn from the types themselves so that it can't say anything
 * else.
 */
public final class ProgramSchema {

    private static final String CODE = "^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$";

    private static final Map<Class<?>, String> PATTERNS = Map.ofEntries(
            Map.entry(ProgramCode.class, CODE),
            Map.entry(WalletCode.class, CODE),
            Map.entry(RuleCode.class, CODE),
            Map.entry(TierCode.class, CODE),
            Map.entry(TierSetCode.class, CODE),
            Map.entry(PlanCode.class, CODE),
            Map.entry(CharityCode.class, CODE),
            Map.entry(RewardCode.class, CODE),
            Map.entry(Currency.class, "^[A-Z]{3}$"),
            Map.entry(MonthDay.class, "^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"),
            Map.entry(ZoneId.class, "^[A-Za-z0-9+_/-]{1,64}$"));

    private final JsonNodeFactory json = JsonNodeFactory.withExactBigDecimals(true);
    private final ObjectNode definitions = json.objectNode();

    private ProgramSchema() {}

    /** The schema as the API publishes it. */
    public static ObjectNode generate() {
        return new ProgramSchema().document();
    }

    private ObjectNode document() {
        ObjectNode root = json.objectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("$id", "/api/v1/schemas/program");
        root.put("title", "Program document");
        record(root, ProgramDocument.class);
        ((ObjectNode) root.get("properties"))
                .set("schemaVersion", json.objectNode().put("const", ProgramDocument.SCHEMA_VERSION));
        root.set("$defs", definitions);
        return root;
    }

    private ObjectNode of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return ofGeneric(generic);
        }
        Class<?> plain = (Class<?>) type;
        if (PATTERNS.containsKey(plain)) {
            return json.objectNode().put("type", "string").put("pattern", PATTERNS.get(plain));
        }
        if (plain.isEnum()) {
            return ofEnum(plain);
        }
        if (plain.isInterface() || plain.isRecord()) {
            return ofOurs(plain);
        }
        if (plain == LocalDate.class) {
            return json.objectNode().put("type", "string").put("format", "date");
        }
        if (plain == String.class) {
            return json.objectNode().put("type", "string");
        }
        return json.objectNode().put("type", plain == BigDecimal.class ? "number" : "integer");
    }

    private ObjectNode ofGeneric(ParameterizedType generic) {
        Class<?> raw = (Class<?>) generic.getRawType();
        Type[] arguments = generic.getActualTypeArguments();
        if (raw == Optional.class) {
            return of(arguments[0]);
        }
        if (Collection.class.isAssignableFrom(raw)) {
            ObjectNode array = json.objectNode().put("type", "array");
            array.set("items", of(arguments[0]));
            return array;
        }
        ObjectNode object = json.objectNode().put("type", "object");
        ObjectNode names = json.objectNode();
        String pattern = PATTERNS.get((Class<?>) arguments[0]);
        object.set("propertyNames", pattern == null ? names : names.put("pattern", pattern));
        object.set("additionalProperties", of(arguments[1]));
        return object;
    }

    private ObjectNode ofEnum(Class<?> type) {
        ObjectNode node = json.objectNode();
        ArrayNode names = node.putArray("enum");
        for (Object constant : type.getEnumConstants()) {
            names.add(((Enum<?>) constant).name().toLowerCase(Locale.ROOT));
        }
        return node;
    }

    /** Texts, figures and the basis are written bare; everything else is a definition of its own. */
    private ObjectNode ofOurs(Class<?> type) {
        if (type == LocalText.class) {
            ObjectNode texts = json.objectNode().put("type", "object");
            texts.set("additionalProperties", json.objectNode().put("type", "string"));
            return texts;
        }
        if (type == Amounts.class) {
            ObjectNode amounts = json.objectNode().put("type", "object");
            amounts.set("propertyNames", json.objectNode().put("pattern", PATTERNS.get(Currency.class)));
            amounts.set("additionalProperties", json.objectNode().put("type", "integer"));
            return amounts;
        }
        if (type == Basis.class) {
            ObjectNode parts = json.objectNode().put("type", "array").put("uniqueItems", true);
            parts.set("items", ofEnum(Basis.Part.class));
            return parts;
        }
        String name = name(type);
        if (!definitions.has(name)) {
            ObjectNode definition = json.objectNode();
            definitions.set(name, definition);
            if (type.isInterface()) {
                kinds(definition, type);
            } else {
                record(definition, type);
            }
        }
        return json.objectNode().put("$ref", "#/$defs/" + name);
    }

    private void kinds(ObjectNode definition, Class<?> type) {
        ArrayNode kinds = definition.putArray("oneOf");
        for (Class<?> kind : type.getPermittedSubclasses()) {
            ObjectNode one = kinds.addObject();
            record(one, kind);
            ((ObjectNode) one.get("properties"))
                    .set("kind", json.objectNode().put("const", DocumentTypes.kindOf(kind)));
            ((ArrayNode) one.get("required")).insert(0, "kind");
        }
    }

    private void record(ObjectNode node, Class<?> type) {
        node.put("type", "object");
        ObjectNode properties = node.putObject("properties");
        ArrayNode required = node.putArray("required");
        for (RecordComponent component : type.getRecordComponents()) {
            properties.set(component.getName(), of(component.getGenericType()));
            if (component.getType() != Optional.class) {
                required.add(component.getName());
            }
        }
        node.put("additionalProperties", false);
    }

    /** {@code Wallet.HoldLimits} is {@code WalletHoldLimits}: short names alone come twice. */
    private static String name(Class<?> type) {
        return type.getName().substring(type.getPackageName().length() + 1).replace("$", "");
    }
}
