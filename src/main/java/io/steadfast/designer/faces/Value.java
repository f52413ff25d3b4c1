package io.steadfast.designer.faces;

import java.util.List;

/** A value inside a sentence, which is its own control. Keeps what was typed until the sentence is read back. */
public final class Value {
    /** What stands in the page: a box to type in, a list to choose from, or a figure that can't be changed here. */
    public enum Control {
        TYPED,
        CHOSEN,
        FIXED
    }

    /** What it says: what the member gets, or what it depends on. */
    public enum Tone {
        GAIN,
        WHEN
    }

    /** One of several to choose from. */
    public record Choice(String code, String label) {}

    private final Control control;
    private final Tone tone;
    private final String label;
    private final List<Choice> choices;
    private final String original;
    private String text;

    private Value(Control control, Tone tone, String label, List<Choice> choices, String text) {
        this.control = control;
        this.tone = tone;
        this.label = label;
        this.choices = choices;
        this.original = text;
        this.text = text;
    }

    /** A box to type in; the label is what a screen reader says. */
    static Value typed(Tone tone, String label, String text) {
        return new Value(Control.TYPED, tone, label, List.of(), text);
    }

    static Value chosen(String label, List<Choice> choices, String code) {
        return new Value(Control.CHOSEN, Tone.WHEN, label, choices, code);
    }

    static Value fixed(Tone tone, String text) {
        return new Value(Control.FIXED, tone, "", List.of(), text);
    }

    public String getControl() {
        return control.name();
    }

    public String getToneClass() {
        return tone == Tone.GAIN ? "gain" : "";
    }

    public String getLabel() {
        return label;
    }

    public List<Choice> getChoices() {
        return choices;
    }

    public String getText() {
        return text;
    }

    /** What is read where it can't be changed. */
    public String getShown() {
        return choices.stream()
                .filter(choice -> choice.code().equals(text))
                .map(Choice::label)
                .findFirst()
                .orElse(text);
    }

    public void setText(String text) {
        this.text = text.strip();
    }

    /** Whether it was changed since the sentence was written; what wasn't is never read back. */
    boolean isChanged() {
        return !text.equals(original);
    }
}
