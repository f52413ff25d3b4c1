package io.steadfast.programs;

import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.RuleCode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the programs and rules behind entries are called, by the versions that judged; reads each version once a request. */
@RequestScoped
public class PublishedNames {

    @Inject
    private ProgramService programs;

    private final Map<String, Optional<ProgramDocument>> documents = new HashMap<>();

    /** What the program is called in that version. */
    public Optional<String> program(ProgramCode program, int version, Locale language) {
        return document(program, version)
                .map(document -> document.basics().name().in(language));
    }

    /** What the rule is called in that version. */
    public Optional<String> rule(ProgramCode program, int version, RuleCode rule, Locale language) {
        return document(program, version)
                .flatMap(document -> document.rule(rule))
                .map(found -> found.name().in(language));
    }

    private Optional<ProgramDocument> document(ProgramCode program, int version) {
        return documents.computeIfAbsent(
                program.value() + " " + version,
                any -> programs.version(program, version).map(ProgramVersion::document));
    }
}
