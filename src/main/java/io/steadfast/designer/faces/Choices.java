package io.steadfast.designer.faces;

import io.steadfast.choices.core.AttributeDefinition;
import io.steadfast.designer.faces.Value.Choice;
import io.steadfast.programs.core.Condition;
import io.steadfast.programs.core.FactKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the tenant has that a condition may ask for: stores, categories, brands, products, and declared attributes. */
record Choices(Map<FactKind, List<Choice>> known, List<AttributeDefinition> attributes) {

    /** Nothing: a tenant types its own. */
    static final Choices NONE = new Choices(Map.of(), List.of());

    Choices {
        known = Map.copyOf(known);
        attributes = List.copyOf(attributes);
    }

    /** What may be chosen for a fact; empty where it is typed. */
    List<Choice> of(Condition.Fact fact) {
        FactKind kind = fact.fact();
        boolean declared = kind == FactKind.MEMBER_ATTRIBUTE
                || kind == FactKind.LINE_ATTRIBUTE
                || kind == FactKind.ACTIVITY_ATTRIBUTE;
        if (!declared) {
            return known.getOrDefault(kind, List.of());
        }
        return attributes.stream()
                .filter(one -> kind(one) == kind && Optional.of(one.name()).equals(fact.of()))
                .flatMap(one -> one.values().stream())
                .map(value -> new Choice(value, value))
                .toList();
    }

    /** A fact as a button adds it, with the first of what the tenant has. */
    String wish(FactKind kind) {
        return known.getOrDefault(kind, List.of()).stream()
                .findFirst()
                .map(first -> kind.name() + "::" + first.code())
                .orElse(kind.name());
    }

    static FactKind kind(AttributeDefinition attribute) {
        return switch (attribute.subject()) {
            case MEMBER -> FactKind.MEMBER_ATTRIBUTE;
            case LINE -> FactKind.LINE_ATTRIBUTE;
            case ACTIVITY -> FactKind.ACTIVITY_ATTRIBUTE;
        };
    }

    /** An attribute as a button adds it. */
    static String wish(AttributeDefinition attribute) {
        String value = switch (attribute.type()) {
            case YES_NO -> "true";
            case NUMBER -> "1";
            case DATE -> "2027-01-01";
            case TEXT, ONE_OF, ANY_OF -> attribute.values().stream().findFirst().orElse("yes");
        };
        return kind(attribute).name() + ":" + attribute.name() + ":" + value;
    }
}
