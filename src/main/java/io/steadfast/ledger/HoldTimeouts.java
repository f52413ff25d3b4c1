package io.steadfast.ledger;

import io.steadfast.platform.jobs.DueWork;
import io.steadfast.platform.jobs.Pace;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Holds that nobody committed or released give their points back. Named to run before expiry takes them. */
@ApplicationScoped
public class HoldTimeouts implements DueWork {

    @EJB
    private DueService due;

    @Inject
    private Pace pace;

    @Override
    public String kind() {
        return "hold_timeouts";
    }

    @Override
    public Optional<Instant> nextDue() {
        return due.nextTimeout();
    }

    @Override
    public void runDue(Instant upTo) {
        pace.chunks(() -> due.releaseOverdue(upTo));
    }
}
