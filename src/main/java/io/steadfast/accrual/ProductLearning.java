package io.steadfast.accrual;

import io.steadfast.platform.jobs.DueWork;
import io.steadfast.platform.jobs.Pace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Has the product list learn from orders whenever the sweep comes by; never within an order, which would wait for others. */
@ApplicationScoped
public class ProductLearning implements DueWork {

    @Inject
    private ProductLearningService learning;

    @Inject
    private Pace pace;

    @Override
    public String kind() {
        return "product_learning";
    }

    @Override
    public Optional<Instant> nextDue() {
        return Optional.empty();
    }

    @Override
    public void runDue(Instant upTo) {
        Pace.Lap lap = pace.lap();
        Optional<UUID> last = Optional.of(learning.begin());
        while (last.isPresent()) {
            last = learning.learnSome(last.get());
            lap.rest();
        }
    }
}
