package io.steadfast.ledger;

import io.steadfast.platform.jobs.DueWork;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Lots become active, lots expire, inactive accounts lapse. */
@ApplicationScoped
public class PointsDue implements DueWork {

    @EJB
    private DueService due;

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
        boolean more = true;
        while (more) {
            more = due.bookDueLots(upTo);
        }
    }
}
