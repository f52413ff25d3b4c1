package io.steadfast.programs.core;

import java.util.List;

/**
 * Something wrong with a document, at the field where it can be put right.
 *
 * @param path as in {@code earning.rules[2].wallet}
 * @param details what its text names, in order: codes and figures as they stand in the document
 */
public record Problem(ProblemCode code, String path, List<String> details) {

    public Problem {
        details = List.copyOf(details);
    }

    public Severity severity() {
        return code.severity();
    }

    /** A problem stops the publish, a warning doesn't. */
    public enum Severity {
        PROBLEM,
        WARNING
    }
}
