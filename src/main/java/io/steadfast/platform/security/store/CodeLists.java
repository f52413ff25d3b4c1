package io.steadfast.platform.security.store;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Sets of codes as one text; no code holds a comma. */
public final class CodeLists {

    private CodeLists() {}

    public static String written(Collection<?> codes) {
        return codes.stream().map(Object::toString).sorted().collect(Collectors.joining(","));
    }

    public static Set<String> read(String written) {
        return written.isEmpty() ? Set.of() : new TreeSet<>(Arrays.asList(written.split(",")));
    }
}
