package io.steadfast.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether what came with a page's request is text at all: no text of the database holds a NUL, wherever it would end up. */
final class PlainText {

    private static final String FORM = "application/x-www-form-urlencoded";

    private PlainText() {}

    /** A form with files is left alone: its parts are read by whoever wants them. */
    static boolean isBroken(HttpServletRequest call) {
        Optional<String> query = Optional.ofNullable(call.getQueryString());
        if (query.filter(text -> text.contains("%00")).isPresent()) {
            return true;
        }
        boolean form = Optional.ofNullable(call.getContentType())
                .filter(type -> type.toLowerCase(Locale.ROOT).startsWith(FORM))
                .isPresent();
        return form
                && call.getParameterMap().values().stream()
                        .flatMap(Arrays::stream)
                        .anyMatch(value -> value.indexOf('\0') >= 0);
    }
}
