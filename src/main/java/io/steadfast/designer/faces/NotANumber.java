package io.steadfast.designer.faces;

import java.io.Serial;

/** What was typed where a number belongs. */
final class NotANumber extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String typed;

    NotANumber(String typed) {
        super("Not a number of this kind");
        this.typed = typed;
    }

    String typed() {
        return typed;
    }
}
