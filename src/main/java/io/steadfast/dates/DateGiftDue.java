package io.steadfast.dates;

import io.steadfast.platform.jobs.DueWork;
import io.steadfast.platform.jobs.Pace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Gives birthday and anniversary gifts as each program's day begins. */
@ApplicationScoped
public class DateGiftDue implements DueWork {

    @Inject
    private DateGiftService gifts;

    @Inject
    private Pace pace;

    @Override
    public String kind() {
        return "member_dates";
    }

    @Override
    public Optional<Instant> nextDue() {
        return gifts.nextDue();
    }

    @Override
    public void runDue(Instant upTo) {
        pace.chunks(() -> gifts.giveSome(upTo));
    }
}
