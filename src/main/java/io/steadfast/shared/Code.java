package io.steadfast.shared;

import java.util.regex.Pattern;

/** What every code a tenant chooses has in common, so that codes are safe in paths, exports, logs and terms. */
final class Code {

    /** Long enough for a spoken name, short enough for an index entry and a column on a phone. */
    static final int MAX_LENGTH = 64;

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0," + (MAX_LENGTH - 1) + "}");

    private Code() {}

    static String checked(String kind, String value) {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    kind + " must start with a letter or digit and hold up to " + MAX_LENGTH + " of A-Z a-z 0-9 _ . -");
        }
        return value;
    }
}
