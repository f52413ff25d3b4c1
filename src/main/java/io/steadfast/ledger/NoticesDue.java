package io.steadfast.ledger;

import io.steadfast.platform.jobs.DueWork;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Notices of points that are about to lapse are asked for. */
@ApplicationScoped
public class NoticesDue implements DueWork {

    @EJB
    private NoticeService notices;

    @Override
    public String kind() {
        return "notices_due";
    }

    @Override
    public Optional<Instant> nextDue() {
        return notices.nextDue();
    }

    @Override
    public void runDue(Instant upTo) {
        boolean more = true;
        while (more) {
            more = notices.askSome(upTo);
        }
    }
}
