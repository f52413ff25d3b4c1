package io.steadfast.programs;

import io.steadfast.platform.refusals.FieldError;
import io.steadfast.programs.core.Problem;
import io.steadfast.programs.core.ProblemCode;
import io.steadfast.shared.RefusalKind;
import io.steadfast.shared.RefusalReason;
import java.util.HashMap;
import java.util.Map;

/** A document's problem as the reason of a wrong field; its text is the problem's, with numbered placeholders. */
record ProblemReason(ProblemCode code) implements RefusalReason {

    static FieldError error(Problem problem) {
        Map<String, Object> details = new HashMap<>();
        for (int i = 0; i < problem.details().size(); i++) {
            details.put(Integer.toString(i), problem.details().get(i));
        }
        return new FieldError(problem.path(), new ProblemReason(problem.code()), details);
    }

    @Override
    public String name() {
        return code.name();
    }

    @Override
    public RefusalKind kind() {
        return RefusalKind.CANNOT_BE_DONE;
    }
}
