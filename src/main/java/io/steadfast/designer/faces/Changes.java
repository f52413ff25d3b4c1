package io.steadfast.designer.faces;

import io.steadfast.programs.Terms;
import io.steadfast.programs.TermsGenerator;
import io.steadfast.programs.core.ProgramDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What differs between two documents, in the sentences that the terms say it with. */
public record Changes(String heading, List<String> gone, List<String> come) {

    public Changes {
        gone = List.copyOf(gone);
        come = List.copyOf(come);
    }

    /** Part by part, only those that differ. Nothing for documents that say the same to members. */
    static List<Changes> between(ProgramDocument before, ProgramDocument after, Locale language) {
        Map<TermsGenerator.Part, List<Terms.Section>> old = TermsGenerator.parts(before, language);
        Map<TermsGenerator.Part, List<Terms.Section>> now = TermsGenerator.parts(after, language);
        List<Changes> changes = new ArrayList<>();
        for (TermsGenerator.Part part : TermsGenerator.Part.values()) {
            List<Terms.Section> was = old.getOrDefault(part, List.of());
            List<Terms.Section> is = now.getOrDefault(part, List.of());
            List<String> gone = without(paragraphs(was), paragraphs(is));
            List<String> come = without(paragraphs(is), paragraphs(was));
            if (!gone.isEmpty() || !come.isEmpty()) {
                changes.add(new Changes(heading(is, was), gone, come));
            }
        }
        return changes;
    }

    private static String heading(List<Terms.Section> now, List<Terms.Section> old) {
        return (now.isEmpty() ? old : now)
                .stream().findFirst().map(Terms.Section::heading).orElse("");
    }

    private static List<String> paragraphs(List<Terms.Section> sections) {
        return sections.stream()
                .flatMap(section -> section.paragraphs().stream())
                .toList();
    }

    private static List<String> without(List<String> all, List<String> others) {
        List<String> left = new ArrayList<>(all);
        others.forEach(left::remove);
        return left;
    }
}
