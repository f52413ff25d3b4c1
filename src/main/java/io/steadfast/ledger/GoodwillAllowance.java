package io.steadfast.ledger;

import io.steadfast.ledger.store.GoodwillDays;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.Permission;
import io.steadfast.platform.settings.Setting;
import io.steadfast.platform.settings.TenantSettings;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.platform.time.RealClock;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How much somebody may give as goodwill, at once and on one day of the tenant's calendar, as the settings say for their
 * role. Whoever gives roles may give as much as they like.
 */
@Dependent
public class GoodwillAllowance {

    @Inject
    private GoodwillDays days;

    @Inject
    private TenantSettings settings;

    @Inject
    private CurrentTenant tenant;

    @Inject
    private RealClock clock;

    /**
     * What somebody may still give, in points.
     *
     * @param atOnce for one gift
     * @param today what is left of the day
     */
    public record Left(long atOnce, long today) {

        public boolean covers(long points) {
            return points <= atOnce && points <= today;
        }
    }

    /** What somebody may still give; empty means as much as they like. */
    public Optional<Left> left(Actor actor) {
        return free(actor) ? Optional.empty() : Optional.of(left(actor, days.given(actor.id(), today())));
    }

    /**
     * Counts a gift as given by somebody today. One row is locked until the transaction is over.
     *
     * @return false, and nothing counted, where it is more than they may give
     */
    public boolean draw(Actor actor, long points) {
        if (free(actor)) {
            return true;
        }
        LocalDate today = today();
        if (!left(actor, days.lock(actor.id(), today)).covers(points)) {
            return false;
        }
        days.add(actor.id(), today, points);
        return true;
    }

    /** A gift of that instant was taken back: it leaves room again for that day. */
    public void giveBack(String person, Instant given, long points) {
        days.add(person, day(given), -points);
    }

    private Left left(Actor actor, long given) {
        boolean manager = actor.may(Permission.POINTS_ADJUST);
        long atOnce = settings.number(manager ? Setting.GOODWILL_MANAGER : Setting.GOODWILL_STAFF);
        long aDay = settings.number(manager ? Setting.GOODWILL_MANAGER_DAY : Setting.GOODWILL_STAFF_DAY);
        return new Left(atOnce, Math.max(0, aDay - given));
    }

    private static boolean free(Actor actor) {
        return actor.may(Permission.PEOPLE_EDIT);
    }

    private LocalDate today() {
        return day(clock.now());
    }

    private LocalDate day(Instant at) {
        return at.atZone(tenant.tenant().zone()).toLocalDate();
    }
}
