package io.steadfast.memberships;

import io.steadfast.platform.jobs.DueWork;
import io.steadfast.platform.jobs.Pace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Tells of trials, periods and graces that ran out; reads are right without it. */
@ApplicationScoped
public class MembershipDueWork implements DueWork {

    @Inject
    private MembershipService memberships;

    @Inject
    private Pace pace;

    @Override
    public String kind() {
        return "memberships";
    }

    @Override
    public Optional<Instant> nextDue() {
        return memberships.nextDue();
    }

    @Override
    public void runDue(Instant upTo) {
        pace.chunks(() -> memberships.settleSome(upTo));
    }
}
