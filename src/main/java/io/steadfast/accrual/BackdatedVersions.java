package io.steadfast.accrual;

import io.steadfast.accrual.store.OrderRepository;
import io.steadfast.programs.BackdatedPublish;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Keeps a version from beginning before orders and activities that were judged without it. */
@ApplicationScoped
class BackdatedVersions {

    @Inject
    OrderRepository orders;

    void refuse(@Observes BackdatedPublish wish) {
        if (orders.anythingRecorded()) {
            wish.refuse();
        }
    }
}
