package io.steadfast.designer;

import java.io.Serial;

/** What was typed doesn't fit where it was typed: words where a number belongs, nothing where something must stand. */
public final class NotThat extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String typed;

    public NotThat(String typed) {
        super("Doesn't fit there");
        this.typed = typed;
    }

    public String typed() {
        return typed;
    }
}
