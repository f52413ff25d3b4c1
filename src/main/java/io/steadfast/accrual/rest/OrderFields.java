package io.steadfast.accrual.rest;

import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import io.steadfast.shared.RefusalReason;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the fields of an order or activity at one place of the request and collects what is wrong there. */
final class OrderFields {

    static final int MOST_LINES = 500;
    static final int MOST_RETURNS = 500;
    static final int MOST_TENDERS = 50;
    static final int MOST_TAGS = 50;
    static final int MOST_ATTRIBUTES = 100;

    private static final int LONGEST = 200;
    private static final long LARGEST_AMOUNT = 1_000_000_000_000L;
    private static final BigDecimal LARGEST_QUANTITY = new BigDecimal("1000000000");
    private static final int QUANTITY_DECIMALS = 3;

    private final FieldErrors errors;
    private final String path;

    OrderFields(FieldErrors errors, String path) {
        this.errors = errors;
        this.path = path;
    }

    OrderFields in(String field) {
        return new OrderFields(errors, at(field));
    }

    FieldErrors errors() {
        return errors;
    }

    private String at(String field) {
        return path.isEmpty() ? field : field.startsWith("[") ? path + field : path + "." + field;
    }

    void wrong(String field, RefusalReason reason) {
        errors.add(at(field), reason);
    }

    /** A field that must be there and isn't. */
    void missing(String field) {
        wrong(field, FieldReason.REQUIRED);
    }

    void most(String field, int given, int most) {
        if (given > most) {
            errors.add(at(field), FieldReason.TOO_MANY, Map.of("most", most));
        }
    }

    /** A name that must be there. */
    String code(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            wrong(field, FieldReason.REQUIRED);
            return "?";
        }
        return within(field, value);
    }

    Optional<String> text(String field, Optional<String> value) {
        return value.map(text -> within(field, text));
    }

    List<String> texts(String field, List<String> values) {
        most(field, values.size(), MOST_TAGS);
        return values.stream().map(value -> code(field, value)).toList();
    }

    private String within(String field, String value) {
        if (value.length() > LONGEST) {
            errors.add(at(field), FieldReason.TOO_LONG, Map.of("most", LONGEST));
        }
        return value;
    }

    Instant instant(String field, @Nullable Instant value) {
        if (value == null) {
            wrong(field, FieldReason.REQUIRED);
            return Instant.EPOCH;
        }
        return value;
    }

    /** Minor units, not negative. */
    long amount(String field, @Nullable Long value) {
        if (value == null) {
            wrong(field, FieldReason.REQUIRED);
            return 0;
        }
        if (value < 0 || value > LARGEST_AMOUNT) {
            errors.add(at(field), FieldReason.OUT_OF_RANGE, Map.of("range", "0 - " + LARGEST_AMOUNT));
        }
        return value;
    }

    /** Positive, up to three decimals; in one form, so that 2 and 2.0 are the same content. */
    BigDecimal quantity(String field, @Nullable BigDecimal value) {
        if (value == null) {
            wrong(field, FieldReason.REQUIRED);
            return BigDecimal.ONE;
        }
        BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (plain.signum() <= 0 || plain.compareTo(LARGEST_QUANTITY) > 0 || plain.scale() > QUANTITY_DECIMALS) {
            errors.add(at(field), FieldReason.OUT_OF_RANGE, Map.of("range", "0.001 - " + LARGEST_QUANTITY));
        }
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
