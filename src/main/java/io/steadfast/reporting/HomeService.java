package io.steadfast.reporting;

import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.reporting.store.HappeningReadings;
import io.steadfast.reporting.store.HomeReadings;
import io.steadfast.reporting.store.StandingReadings;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** What the console's home shows. Every method reads one tenant at the tenant's instant. */
@Stateless
public class HomeService {
    /** How far back "lately" and the days reach, and how far ahead "soon". */
    public static final int DAYS = 30;

    @Inject
    private HomeReadings readings;

    @Inject
    private StandingReadings standings;

    @Inject
    private HappeningReadings happenings;

    @Inject
    private CurrentTenant currentTenant;

    @Inject
    private TenantClock tenantClock;

    public HomeFigures figures() {
        Instant now = tenantClock.now();
        ZoneId zone = currentTenant.tenant().zone();
        LocalDate today = now.atZone(zone).toLocalDate();
        Instant since = today.minusDays(DAYS - 1L).atStartOfDay(zone).toInstant();
        Instant soon = today.plus(Period.ofDays(DAYS)).atStartOfDay(zone).toInstant();
        Map<LocalDate, DayFigures> busy = readings.days(zone, since, now);
        List<DayFigures> days = today.minusDays(DAYS - 1L)
                .datesUntil(today.plusDays(1))
                .map(day -> busy.getOrDefault(day, new DayFigures(day, 0, 0)))
                .toList();
        List<Long> members = readings.members(since);
        return new HomeFigures(members.get(0), members.get(1), readings.wallets(since, now, soon), days);
    }

    /** Plans, donations and tiers. */
    public HomeStandings standings() {
        return standings.standings();
    }

    /** The last things that were booked, the newest first. */
    public List<Happening> last(int limit) {
        return happenings.last(limit);
    }

    /** Changes whenever {@link #figures} or {@link #last} may have; cheap enough to ask every second. */
    public String mark() {
        return happenings.mark();
    }
}
