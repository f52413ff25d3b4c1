package io.steadfast.members.core;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a member is found by: prefixes only, so that one index serves every search. Endings of phones and cards are searched
 * reversed; names are cut into words, and a word of Chinese into all its endings, since nobody types blanks there.
 */
public final class SearchKeys {

    /** Longer keys find nobody better. */
    private static final int MOST_LENGTH = 100;

    private static final int MOST_WORDS = 10;

    private SearchKeys() {}

    /** What a key is made of. */
    public enum Kind {
        PHONE,
        CARD,
        EMAIL,
        EXTERNAL_ID,
        NAME
    }

    public static Map<Kind, Set<String>> of(Map<IdentityKind, String> identities, String name) {
        Map<Kind, Set<String>> keys = new LinkedHashMap<>();
        put(keys, Kind.PHONE, reversed(identities.getOrDefault(IdentityKind.PHONE, "")));
        put(keys, Kind.CARD, reversed(identities.getOrDefault(IdentityKind.CARD, "")));
        put(keys, Kind.EMAIL, plain(identities.getOrDefault(IdentityKind.EMAIL, "")));
        put(keys, Kind.EXTERNAL_ID, plain(identities.getOrDefault(IdentityKind.EXTERNAL_ID, "")));
        Set<String> words = new TreeSet<>();
        for (String word : words(name)) {
            words.addAll(endings(word));
        }
        if (!words.isEmpty()) {
            keys.put(Kind.NAME, words);
        }
        return keys;
    }

    private static void put(Map<Kind, Set<String>> keys, Kind kind, String key) {
        if (!key.isEmpty()) {
            keys.put(kind, Set.of(key));
        }
    }

    /** The words of a name or of a search, as they are compared. */
    public static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : plain(text).split("[\\s,;]+", -1)) {
            if (!word.isEmpty() && words.size() < MOST_WORDS) {
                words.add(word);
            }
        }
        return words;
    }

    /** Letters and digits from the end, as a phone or card number is searched by its ending. */
    public static String reversed(String text) {
        String plain = text.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
        return cut(new StringBuilder(plain).reverse().toString());
    }

    /** Full width becomes plain, capitals small. */
    public static String plain(String text) {
        return cut(Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT));
    }

    private static List<String> endings(String word) {
        List<String> endings = new ArrayList<>(List.of(word));
        for (int i = 1; i < word.length(); i++) {
            if (Character.isIdeographic(word.codePointAt(i)) && !Character.isLowSurrogate(word.charAt(i))) {
                endings.add(word.substring(i));
            }
        }
        return endings;
    }

    private static String cut(String text) {
        if (text.length() <= MOST_LENGTH) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MOST_LENGTH - 1)) ? MOST_LENGTH - 1 : MOST_LENGTH;
        return text.substring(0, end);
    }
}
