package io.steadfast.charities;

import io.steadfast.platform.jobs.DueWork;
import io.steadfast.platform.jobs.Pace;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Confirms pledges whose window for returns has passed, and gives to default charities what nobody chose one for. */
@ApplicationScoped
public class DonationsDue implements DueWork {

    @EJB
    private DonationsDueService due;

    @Inject
    private Pace pace;

    @Override
    public String kind() {
        return "donations_due";
    }

    @Override
    public Optional<Instant> nextDue() {
        return due.nextDue();
    }

    @Override
    public void runDue(Instant upTo) {
        pace.chunks(() -> due.bookSome(upTo));
    }
}
