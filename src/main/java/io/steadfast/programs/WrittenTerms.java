package io.steadfast.programs;

import io.steadfast.programs.core.ProgramVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/** The terms as people read them: what the document says, with examples that the engine computes. */
@ApplicationScoped
public class WrittenTerms {

    @Inject
    @Any
    private Instance<TermsExamples> examples;

    public Terms of(ProgramVersion version, Locale language) {
        List<String> worked = examples.stream()
                .flatMap(each -> each.of(version, language).stream())
                .toList();
        return TermsGenerator.generate(version.document(), language, worked);
    }
}
