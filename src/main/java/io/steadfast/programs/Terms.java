package io.steadfast.programs;

import java.util.List;
import java.util.stream.Collectors;

/** The terms of a program in one language: plain text, to be shown as text. */
public record Terms(String title, List<Section> sections) {

    public Terms {
        sections = List.copyOf(sections);
    }

    /** @param paragraphs each a sentence or a few */
    public record Section(String heading, List<String> paragraphs) {

        public Section {
            paragraphs = List.copyOf(paragraphs);
        }
    }

    /** Everything in one text, a paragraph a line. */
    public String text() {
        return title
                + "\n"
                + sections.stream()
                        .map(section -> section.heading() + "\n" + String.join("\n", section.paragraphs()))
                        .collect(Collectors.joining("\n"));
    }
}
