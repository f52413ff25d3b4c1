package io.steadfast.ledger;

import io.steadfast.platform.jobs.DueWork;
import io.steadfast.platform.jobs.Pace;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Notices of points that are about to lapse are asked for. */
@ApplicationScoped
public class NoticesDue implements DueWork {

    @EJB
    private NoticeService notices;

    @Inject
    private Pace pace;

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
        pace.chunks(() -> notices.askSome(upTo));
    }
}
