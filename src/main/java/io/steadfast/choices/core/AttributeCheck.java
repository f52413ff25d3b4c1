package io.steadfast.choices.core;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether values fit what was declared. A tenant that declared nothing for a subject takes any attribute; once it declared one,
 * others are unknown. What stood before and stays as it is isn't judged again: a stricter declaration locks nobody out.
 */
public final class AttributeCheck {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,9})?");

    private final Map<String, AttributeDefinition> declared;

    /** @param declared of one subject */
    public AttributeCheck(List<AttributeDefinition> declared) {
        this.declared = declared.stream().collect(Collectors.toMap(AttributeDefinition::name, Function.identity()));
    }

    /** What of a change isn't taken, by name. */
    public List<AttributeTrouble> troubles(
            Map<String, List<String>> before, Map<String, List<String>> after, AttributeWriter writer) {
        List<AttributeTrouble> troubles = new ArrayList<>();
        if (declared.isEmpty()) {
            return troubles;
        }
        after.forEach((name, values) -> {
            if (!values.equals(before.get(name))) {
                trouble(name, values, writer).ifPresent(troubles::add);
            }
        });
        before.keySet().stream()
                .filter(name -> !after.containsKey(name))
                .flatMap(name -> foreign(name, writer).stream())
                .forEach(troubles::add);
        return troubles;
    }

    private Optional<AttributeTrouble> trouble(String name, List<String> values, AttributeWriter writer) {
        AttributeDefinition definition = declared.get(name);
        if (definition == null) {
            return Optional.of(new AttributeTrouble(name, ChoiceRefusal.ATTRIBUTE_NOT_DECLARED, Map.of()));
        }
        return foreign(name, writer).or(() -> misfit(definition, values));
    }

    private Optional<AttributeTrouble> foreign(String name, AttributeWriter writer) {
        return Optional.ofNullable(declared.get(name))
                .filter(definition -> !definition.writers().contains(writer))
                .map(definition -> new AttributeTrouble(name, ChoiceRefusal.ATTRIBUTE_NOT_WRITABLE, Map.of()));
    }

    private static Optional<AttributeTrouble> misfit(AttributeDefinition definition, List<String> values) {
        boolean several = values.size() != 1 && definition.type() != AttributeType.ANY_OF;
        boolean fits = !several && values.stream().allMatch(value -> fits(definition, value));
        if (fits) {
            return Optional.empty();
        }
        return Optional.of(
                definition.type().isChoice()
                        ? new AttributeTrouble(
                                definition.name(),
                                ChoiceRefusal.ATTRIBUTE_NOT_ONE_OF,
                                Map.of("allowed", String.join(", ", definition.values())))
                        : new AttributeTrouble(
                                definition.name(),
                                ChoiceRefusal.ATTRIBUTE_WRONG_TYPE,
                                Map.of("type", definition.type())));
    }

    private static boolean fits(AttributeDefinition definition, String value) {
        return switch (definition.type()) {
            case TEXT -> true;
            case YES_NO -> value.equals("true") || value.equals("false");
            case NUMBER -> isNumber(value);
            case DATE -> isDate(value);
            case ONE_OF, ANY_OF -> definition.values().contains(value);
        };
    }

    /** As conditions read figures: one that none of them understands is refused here. */
    private static boolean isNumber(String value) {
        return NUMBER.matcher(value).matches();
    }

    private static boolean isDate(String value) {
        try {
            return LocalDate.parse(value).getYear() > 0;
        } catch (DateTimeParseException another) {
            return false;
        }
    }
}
