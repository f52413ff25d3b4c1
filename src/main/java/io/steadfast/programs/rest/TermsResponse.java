package io.steadfast.programs.rest;

import io.steadfast.platform.i18n.Language;
import io.steadfast.programs.Terms;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.shared.ProgramCode;
import java.time.Instant;
import java.util.List;

/**
 * The terms of a version; plain text, to be shown as text.
 *
 * @param locale the language's tag, as in {@code zh-CN}
 */
public record TermsResponse(
        ProgramCode program,
        int version,
        Instant effectiveFrom,
        String locale,
        String title,
        List<Terms.Section> sections) {

    static TermsResponse of(ProgramVersion version, Language language, Terms terms) {
        return new TermsResponse(
                version.code(),
                version.version(),
                version.effectiveFrom(),
                language.tag(),
                terms.title(),
                terms.sections());
    }
}
