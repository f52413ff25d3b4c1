package io.steadfast.designer.faces;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence of a language with values in it, each at the place where that language wants it.
 *
 * @param depth how many others it stands below: 0 for most
 */
public record Sentence(List<Part> parts, Optional<Act> away, int depth) {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

    /** What no line may begin with: it stays with what stands before it. */
    private static final Pattern CLOSING = Pattern.compile("^[。，、；：？！）”%.,;:?!)]+");

    public Sentence {
        parts = List.copyOf(parts);
    }

    /** Words; or a value, whose words are those that may not be parted from it. */
    public record Part(String words, Optional<Value> value) {}

    /**
     * The pattern's places filled with values; a place without one holds nothing.
     *
     * @param pattern as in {@code Give {points} points for every {per}.}
     */
    static Sentence of(String pattern, Value... values) {
        List<Part> parts = new ArrayList<>();
        Matcher place = PLACE.matcher(pattern);
        int end = 0;
        while (place.find()) {
            words(parts, pattern.substring(end, place.start()));
            for (Value value : values) {
                if (value.name().equals(place.group(1))) {
                    parts.add(new Part("", Optional.of(value)));
                }
            }
            end = place.end();
        }
        words(parts, pattern.substring(end));
        return new Sentence(parts, Optional.empty(), 0);
    }

    /** With a button that takes the sentence away. */
    Sentence with(Act remove) {
        return new Sentence(parts, Optional.of(remove), depth);
    }

    /** Standing below others. */
    Sentence below(int levels) {
        return new Sentence(parts, away, levels);
    }

    private static void words(List<Part> parts, String words) {
        String rest = words;
        Matcher closing = CLOSING.matcher(words);
        if (!parts.isEmpty() && closing.find()) {
            Part last = parts.get(parts.size() - 1);
            if (last.value().isPresent()) {
                parts.set(parts.size() - 1, new Part(closing.group(), last.value()));
                rest = words.substring(closing.end());
            }
        }
        if (!rest.isEmpty()) {
            parts.add(new Part(rest, Optional.empty()));
        }
    }
}
