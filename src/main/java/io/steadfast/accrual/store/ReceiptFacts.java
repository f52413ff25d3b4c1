package io.steadfast.accrual.store;

import io.steadfast.accrual.core.Activity;
import io.steadfast.accrual.core.Order;
import java.util.List;
import java.util.Optional;

/** What a receipt was written from: enough to judge the same thing again and to come to the same decision. */
record ReceiptFacts(Optional<Order> order, Optional<Activity> activity, List<JudgementDocument.Program> judged) {

    static ReceiptFacts of(Filing filing) {
        return new ReceiptFacts(
                filing.subject().order(),
                filing.subject().activity(),
                filing.judged().stream().map(JudgementDocument.Program::of).toList());
    }
}
