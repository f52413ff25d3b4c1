package io.steadfast.accrual;

import io.steadfast.platform.jobs.DueWork;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Carries changed expiry to what stands. By its name it runs before the points that are due. */
@ApplicationScoped
public class LotTransitionJob implements DueWork {

    @EJB
    private LotTransitionService transitions;

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
        boolean more = true;
        while (more) {
            more = transitions.runSome(upTo);
        }
    }
}
