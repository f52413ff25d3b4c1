package io.steadfast.designer.faces;

import io.steadfast.designer.Edit;
import java.util.List;

/**
 * A value inside a sentence, which is its own control: the page shows it, and a change of it is one edit at its path.
 *
 * @param name the place in the sentence's pattern
 * @param label what a screen reader says
 * @param text as one types it, or the code chosen
 */
public record Value(
        String name,
        Control control,
        Edit.Op op,
        String path,
        Tone tone,
        String label,
        String text,
        List<Choice> choices) {

    public Value {
        choices = List.copyOf(choices);
    }

    /** What stands in the page. */
    public enum Control {
        /** A box for a figure. */
        FIGURE,
        /** A box for words. */
        WORDS,
        /** A box for several lines of words. */
        LINES,
        /** A list to choose from. */
        CHOSEN,
        /** Words that can't be changed here. */
        FIXED
    }

    /** What it says: what the member gets, or what it depends on. */
    public enum Tone {
        GAIN,
        WHEN,
        NAME
    }

    /** One of several to choose from. */
    public record Choice(String code, String label) {}

    public Value gain() {
        return new Value(name, control, op, path, Tone.GAIN, label, text, choices);
    }

    public Value title() {
        return new Value(name, control, op, path, Tone.NAME, label, text, choices);
    }

    public String toneClass() {
        return switch (tone) {
            case GAIN -> "gain";
            case NAME -> "name";
            case WHEN -> "";
        };
    }

    /** Whether it is typed on one line. */
    public boolean typed() {
        return control == Control.FIGURE || control == Control.WORDS;
    }

    public String inputMode() {
        return control == Control.FIGURE ? "decimal" : "text";
    }

    /** What is read where it can't be changed. */
    public String shown() {
        return choices.stream()
                .filter(choice -> choice.code().equals(text))
                .map(Choice::label)
                .findFirst()
                .orElse(text);
    }
}
