package io.steadfast.accrual.core;

import io.steadfast.programs.core.Condition;
import io.steadfast.programs.core.EarningRule;
import io.steadfast.programs.core.FactKind;
import io.steadfast.programs.core.ProgramVersion;
import java.util.EnumSet;
import java.util.Set;

/** Which facts a version's rules ask for, so that what nobody asks for is never read. */
public final class AskedFacts {

    private AskedFacts() {}

    public static Set<FactKind> of(ProgramVersion version) {
        Set<FactKind> asked = EnumSet.noneOf(FactKind.class);
        for (EarningRule rule : version.document().earning().rules()) {
            rule.when().ifPresent(condition -> collect(condition, asked));
            rule.lines().ifPresent(condition -> collect(condition, asked));
        }
        return asked;
    }

    private static void collect(Condition condition, Set<FactKind> asked) {
        if (condition instanceof Condition.All all) {
            all.of().forEach(each -> collect(each, asked));
        } else if (condition instanceof Condition.Any any) {
            any.of().forEach(each -> collect(each, asked));
        } else if (condition instanceof Condition.Not not) {
            collect(not.of(), asked);
        } else if (condition instanceof Condition.Fact fact) {
            asked.add(fact.fact());
        }
    }
}
