package io.steadfast.designer.faces;

import io.steadfast.designer.Edit;

/** A button that makes one edit. */
public record Act(Edit.Op op, String path, String value, String label, String icon, String state) {

    Act(Edit.Op op, String path, String value, String label) {
        this(op, path, value, label, "", "");
    }

    /** Pressed or not, for switches. */
    Act pressed(String now) {
        return new Act(op, path, value, label, icon, now);
    }

    Act withIcon(String other) {
        return new Act(op, path, value, label, other, state);
    }
}
