package io.steadfast.platform.i18n;

import java.util.Arrays;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Optional;

/** A language the product speaks. English stands where nobody says otherwise. */
public enum Language {
    ENGLISH(Locale.ENGLISH, "EN"),
    CHINESE(Locale.SIMPLIFIED_CHINESE, "中文");

    private final Locale locale;
    private final String shortName;

    Language(Locale locale, String shortName) {
        this.locale = locale;
        this.shortName = shortName;
    }

    public Locale locale() {
        return locale;
    }

    /** The BCP 47 tag, as in {@code zh-CN}. */
    public String tag() {
        return locale.toLanguageTag();
    }

    /** How its own readers call it, in the width of a switch. */
    public String shortName() {
        return shortName;
    }

    /** The language of a tag; {@code zh}, {@code zh-Hans} and {@code zh-TW} all read the simplified texts. */
    public static Optional<Language> of(String tag) {
        return of(Locale.forLanguageTag(tag.replace('_', '-')));
    }

    public static Optional<Language> of(Locale locale) {
        return Arrays.stream(values())
                .filter(one -> one.locale.getLanguage().equals(locale.getLanguage()))
                .findFirst();
    }

    /** The first of a browser's wishes that the product speaks. */
    public static Language wished(Enumeration<Locale> wishes) {
        while (wishes.hasMoreElements()) {
            Optional<Language> wish = of(wishes.nextElement());
            if (wish.isPresent()) {
                return wish.get();
            }
        }
        return ENGLISH;
    }
}
