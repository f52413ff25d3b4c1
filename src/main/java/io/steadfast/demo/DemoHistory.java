package io.steadfast.demo;

import io.steadfast.platform.jobs.ClockMover;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.PublishedVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Lives a sandbox's past, day by day: its clock is moved to the evening, so that whatever falls due on the way happens, and the
 * day's members join, buy, bring back and redeem through the same services as everybody's. How far it is stands in the sandbox
 * alone: in its clock, and in the day on which its program began.
 */
@ApplicationScoped
class DemoHistory {

    @Inject
    private ClockMover clocks;

    @Inject
    private CurrentTenant currentTenant;

    @Inject
    private CurrentActor actor;

    @Inject
    private TenantClock clock;

    @Inject
    private ProgramService programs;

    @Inject
    private DemoJoining joining;

    @Inject
    private DemoTrade trade;

    @Inject
    private DemoSpending spending;

    @Inject
    private DemoFees fees;

    /** Those whose last day was looked at in this process: it may have been interrupted. */
    private final Set<DemoSandbox> resumed = ConcurrentHashMap.newKeySet();

    /**
     * Lives one more day.
     *
     * @return whether there may be another
     */
    boolean liveADay(DemoSandbox sandbox) throws Exception {
        LocalDate first = in(sandbox, () -> firstDay(sandbox));
        LocalDate next = in(sandbox, () -> nextDay(sandbox));
        if (!next.isBefore(first.plus(sandbox.past()))) {
            return false;
        }
        if (resumed.add(sandbox) && next.isAfter(first)) {
            liveAgain(sandbox, next.minusDays(1));
        }
        clocks.move(sandbox.brand().slug(), sandbox.closing(next), (total, done, failed) -> {});
        Days days = days(sandbox, first);
        in(sandbox, () -> {
            joinAndTrade(days, next);
            spending.spend(days, next);
            return next;
        });
        return true;
    }

    /**
     * Lives a day once more that may have been interrupted: whatever bears a reference of its own changes nothing then, and what
     * doesn't is left out.
     */
    void liveAgain(DemoSandbox sandbox, LocalDate day) throws Exception {
        in(sandbox, () -> {
            joinAndTrade(days(sandbox, firstDay(sandbox)), day);
            return day;
        });
    }

    /** A sandbox with everybody who will ever join it. */
    record Days(DemoSandbox sandbox, List<Shopper> shoppers) {

        Days {
            shoppers = List.copyOf(shoppers);
        }
    }

    private void joinAndTrade(Days days, LocalDate day) {
        joining.join(days, day);
        fees.pay(days, day);
        trade.trade(days, day);
    }

    private static Days days(DemoSandbox sandbox, LocalDate first) {
        int length = (int) ChronoUnit.DAYS.between(first, first.plus(sandbox.past()));
        return new Days(
                sandbox,
                IntStream.range(0, sandbox.shoppers())
                        .mapToObj(number -> Shopper.of(sandbox.seed(), number, first, length))
                        .toList());
    }

    private LocalDate firstDay(DemoSandbox sandbox) {
        return programs.versions(sandbox.brand().program()).stream()
                .map(PublishedVersion::version)
                .map(ProgramVersion::effectiveFrom)
                .min(Instant::compareTo)
                .map(from -> from.atZone(sandbox.brand().zone()).toLocalDate())
                .orElseThrow();
    }

    /** The day on whose evening the clock doesn't stand yet. */
    private LocalDate nextDay(DemoSandbox sandbox) {
        Instant now = clock.now();
        LocalDate today = now.atZone(sandbox.brand().zone()).toLocalDate();
        return now.isBefore(sandbox.closing(today)) ? today : today.plusDays(1);
    }

    private <T> T in(DemoSandbox sandbox, Callable<T> work) throws Exception {
        return currentTenant.call(sandbox.brand().slug(), () -> actor.call(Actor.job("demo"), "local", work));
    }
}
