package io.steadfast.programs;

import io.steadfast.platform.i18n.Language;
import io.steadfast.programs.core.ProgramDocument;
import java.util.stream.Stream;

/** Whether two documents say the same to members. What members don't read needs no notice. */
final class TermsChange {

    private TermsChange() {}

    /** In any language, in any part. */
    static boolean between(ProgramDocument before, ProgramDocument after) {
        return Stream.of(Language.values())
                .map(Language::locale)
                .anyMatch(locale -> !TermsGenerator.parts(before, locale).equals(TermsGenerator.parts(after, locale))
                        || !before.terms().equals(after.terms()));
    }
}
