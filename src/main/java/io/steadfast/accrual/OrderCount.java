package io.steadfast.accrual;

import io.steadfast.platform.metrics.Figures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/** Counts orders that are recorded, whether the API, a file or staff at a till brought them; what was only tried is none. */
@ApplicationScoped
class OrderCount {

    @Inject
    private Figures figures;

    void recorded(@Observes(during = TransactionPhase.AFTER_SUCCESS) OrderArrived arrived) {
        figures.ordersRecorded(1);
    }
}
