package io.steadfast.programs;

import io.steadfast.programs.core.Basis;
import java.util.Arrays;
import java.util.List;

/** What of an order counts, with every switch named on the side where it stands. */
final class BasisSentence {

    private BasisSentence() {}

    static String of(Words words, Basis basis) {
        return words.text(
                "basis", "includes", part(words, basis, "includes"), "excludes", part(words, basis, "excludes"));
    }

    /** The same as part of a rule's sentence. */
    static String phrase(Words words, Basis basis) {
        return of(words, basis).replaceAll("[.。]$", "");
    }

    private static String part(Words words, Basis basis, String side) {
        List<String> parts = Arrays.stream(Basis.Part.values())
                .filter(part -> basis.includes().contains(part) == side.equals("includes"))
                .map(part -> words.text("part." + part))
                .toList();
        return parts.isEmpty() ? "" : words.text("basis." + side, "parts", words.joined(parts, "and"));
    }
}
