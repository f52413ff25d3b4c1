package io.steadfast.programs.rest;

import io.steadfast.platform.refusals.FieldError;
import io.steadfast.platform.refusals.RefusalTexts;
import io.steadfast.programs.DraftFindings;
import java.util.List;
import java.util.Locale;

/** What is wrong with a draft; problems stop a publish, warnings don't. */
public record FindingsResponse(List<Finding> problems, List<Finding> warnings) {

    /** One finding: where, the stable code, and what to say to a person. */
    public record Finding(String path, String code, String message) {

        static Finding of(FieldError error, Locale language) {
            return new Finding(
                    error.path(), error.code(), RefusalTexts.text(error.reason(), error.details(), language));
        }
    }

    static FindingsResponse of(DraftFindings findings, Locale language) {
        return new FindingsResponse(
                findings.problems().stream()
                        .map(error -> Finding.of(error, language))
                        .toList(),
                findings.warnings().stream()
                        .map(error -> Finding.of(error, language))
                        .toList());
    }
}
