package io.steadfast.referrals;

import io.steadfast.platform.jobs.DueWork;
import io.steadfast.platform.jobs.Pace;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.programs.core.Trigger.Side;
import io.steadfast.referrals.core.Friendship;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Rewards both sides as a friend's order can't come back any more, and takes both rewards back when it does after all. */
@ApplicationScoped
public class ReferralDue implements DueWork {

    private static final Logger LOG = Logger.getLogger(ReferralDue.class.getName());
    private static final int CHUNK = 100;
    private static final Duration AGAIN = Duration.ofDays(1);

    @EJB
    private ReferralService referrals;

    @Inject
    private Pace pace;

    @Override
    public String kind() {
        return "referrals";
    }

    @Override
    public Optional<Instant> nextDue() {
        return referrals.nextDue();
    }

    /** In the order in which they fell due: of a friend too many for a limit it is the last who gives nothing. */
    @Override
    public void runDue(Instant upTo) {
        pace.chunks(() -> {
            List<Friendship> due = referrals.due(upTo, CHUNK);
            due.forEach(one -> settle(one, upTo));
            return !due.isEmpty();
        });
    }

    private void settle(Friendship one, Instant upTo) {
        try {
            for (Side side : Side.values()) {
                settle(one, side, upTo);
            }
        } catch (Refusal refusal) {
            LOG.log(Level.WARNING, "Referral {0} waits a day: {1}", new Object[] {one.id(), refusal.getMessage()});
            referrals.postpone(one.id(), upTo.plus(AGAIN));
        }
    }

    private void settle(Friendship one, Side side, Instant upTo) {
        try {
            referrals.settle(one.id(), side, one.member(side), upTo);
        } catch (Refusal refusal) {
            if (!ReferralService.isGone(refusal)) {
                throw refusal;
            }
            referrals.settleWithout(one.id(), side, upTo);
        }
    }
}
