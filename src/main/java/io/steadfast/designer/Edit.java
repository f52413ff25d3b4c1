package io.steadfast.designer;

import io.steadfast.programs.TextLengths;

/**
 * One change to a program document as a page asks for it.
 *
 * @param path a JSON pointer into the document, as in {@code /earning/rules/0/effect/points}
 * @param value what was typed or chosen; the name of a part where one is added
 */
public record Edit(Op op, String path, String value) {

    public Edit {
        if (value.length() > TextLengths.most(path)) {
            throw new NotThat(value.substring(0, 40));
        }
    }

    /** What is done with the value at the path. */
    public enum Op {
        /** Words, kept as they are. */
        TEXT,
        /** One of several codes. */
        CHOICE,
        WHOLE,
        DECIMAL,
        /** Major units as people type them; kept as minor units of the program's currency. */
        MONEY,
        /** Several codes with commas between them. */
        LIST,
        /** One code put into a list or taken out of it. */
        TOGGLE,
        /** A named part in place of what stands there. */
        PART,
        /** A named part at the end of the list. */
        ADD,
        /** A condition of a rule; the value names the fact. */
        CONDITION,
        REMOVE,
        /** One place earlier in its list. */
        UP,
        /** One place later in its list. */
        DOWN
    }
}
