package io.steadfast.accrual;

import io.steadfast.platform.jobs.DueWork;
import io.steadfast.platform.jobs.Pace;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Carries changed expiry to what stands. By its name it runs before the points that are due. */
@ApplicationScoped
public class LotTransitionJob implements DueWork {

    @EJB
    private LotTransitionService transitions;

    @Inject
    private Pace pace;

    @Override
    public String kind() {
        return "lot_transition";
    }

    @Override
    public Optional<Instant> nextDue() {
        return transitions.nextDue();
    }

    @Override
    public void runDue(Instant upTo) {
        pace.chunks(() -> transitions.runSome(upTo));
    }
}
