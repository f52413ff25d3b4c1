package io.steadfast.programs.core;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Collects problems while a document is walked. */
final class Problems {

    private final List<Problem> found = new ArrayList<>();

    void add(ProblemCode code, String path, Object... details) {
        found.add(new Problem(
                code, path, List.of(details).stream().map(Object::toString).toList()));
    }

    void addIf(boolean wrong, ProblemCode code, String path, Object... details) {
        if (wrong) {
            add(code, path, details);
        }
    }

    /** Every later element of an equal key. */
    <T> void twice(List<T> all, Function<T, ?> key, ProblemCode code, String path) {
        Set<Object> seen = new HashSet<>();
        for (int index = 0; index < all.size(); index++) {
            Object value = key.apply(all.get(index));
            addIf(!seen.add(value), code, path + "[" + index + "]", value);
        }
    }

    List<Problem> all() {
        return List.copyOf(found);
    }
}
