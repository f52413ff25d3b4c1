package io.steadfast.accrual;

import io.steadfast.accrual.core.Receipt;
import io.steadfast.shared.ProgramCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands beside points for an order, for its receipt.
 *
 * @param programs what each program's part shows; a program that didn't judge the order gets a part of its own
 * @param problems what its sender should look at
 */
public record Followed(Map<ProgramCode, Receipt.Beside> programs, List<Receipt.Problem> problems) {

    /** Nothing stands. */
    public static final Followed NOTHING = new Followed(Map.of(), List.of());

    public Followed {
        programs = Map.copyOf(programs);
        problems = List.copyOf(problems);
    }

    /** What stands in one program. */
    public static Followed of(ProgramCode program, Receipt.Beside beside) {
        return new Followed(Map.of(program, beside), List.of());
    }

    /** The same with something the sender should look at. */
    public Followed with(Receipt.Problem problem) {
        return and(new Followed(Map.of(), List.of(problem)));
    }

    /** Both. */
    public Followed and(Followed other) {
        Map<ProgramCode, Receipt.Beside> all = new HashMap<>(programs);
        other.programs.forEach((program, beside) -> all.merge(program, beside, Receipt.Beside::and));
        List<Receipt.Problem> said = new ArrayList<>(problems);
        said.addAll(other.problems);
        return new Followed(all, said);
    }
}
