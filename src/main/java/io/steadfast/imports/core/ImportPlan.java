package io.steadfast.imports.core;

import io.steadfast.shared.ProgramCode;
import java.util.Map;
import java.util.Optional;

/**
 * How a file is to be taken.
 *
 * @param program whose calendar dates without a time follow; where new members are enrolled
 * @param mapping from our field to the column's name; a field that isn't in it is read from the column of its own name
 * @param source of the orders and opening balances; with their reference it names them for good
 * @param effects of orders: {@code all}, {@code metrics} or {@code none}
 * @param newMembers whether whoever nobody knows is made a member
 * @param mode whether anything is to stay
 */
public record ImportPlan(
        ImportKind kind,
        Optional<ProgramCode> program,
        Map<String, String> mapping,
        String source,
        String effects,
        NewMembers newMembers,
        Mode mode) {

    /** What becomes of people nobody knows. */
    public enum NewMembers {
        MADE,
        REFUSED
    }

    /** Whether what is done stays. */
    public enum Mode {
        FOR_GOOD,
        DRY_RUN
    }

    public ImportPlan {
        mapping = Map.copyOf(mapping);
    }

    /** The name of the column a field is read from. */
    public String column(String field) {
        return mapping.getOrDefault(field, field);
    }

    /** Whether nothing of it is to stay. */
    public boolean rehearses() {
        return mode == Mode.DRY_RUN;
    }
}
