package io.steadfast.programs;

import io.steadfast.platform.refusals.FieldError;
import java.util.List;

/**
 * What is wrong with a draft.
 *
 * @param problems stop the publish
 * @param warnings don't
 */
public record DraftFindings(List<FieldError> problems, List<FieldError> warnings) {

    public DraftFindings {
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }
}
