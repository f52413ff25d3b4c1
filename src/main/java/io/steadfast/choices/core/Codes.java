package io.steadfast.choices.core;

import java.util.regex.Pattern;

/** What codes, skus, attribute names and category paths look like. */
public final class Codes {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");
    private static final Pattern ATTRIBUTE = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,63}");
    private static final Pattern CATEGORY = Pattern.compile("[^/\\p{Cntrl}]+(/[^/\\p{Cntrl}]+)*");
    private static final int LONGEST = 200;

    private Codes() {}

    public static boolean isStore(String text) {
        return CODE.matcher(text).matches();
    }

    public static boolean isAttribute(String text) {
        return ATTRIBUTE.matcher(text).matches();
    }

    public static boolean isSku(String text) {
        return !text.isBlank() && text.length() <= LONGEST && text.chars().noneMatch(Character::isISOControl);
    }

    /** A path of names between slashes, as in {@code shoes/sneakers}. */
    public static boolean isCategory(String text) {
        return text.length() <= LONGEST && CATEGORY.matcher(text).matches();
    }
}
