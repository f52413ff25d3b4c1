package io.steadfast.ledger;

import io.steadfast.platform.jobs.DueWork;
import io.steadfast.platform.jobs.Pace;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Lots become active, lots expire, inactive accounts lapse. */
@ApplicationScoped
public class PointsDue implements DueWork {

    @EJB
    private DueService due;

    @Inject
    private Pace pace;

    @Override
    public String kind() {
        return "points_due";
    }

    @Override
    public Optional<Instant> nextDue() {
        return due.nextDueLot();
    }

    @Override
    public void runDue(Instant upTo) {
        pace.chunks(() -> due.bookDueLots(upTo));
    }
}
