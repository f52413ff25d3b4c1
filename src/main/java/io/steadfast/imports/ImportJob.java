package io.steadfast.imports;

import io.steadfast.imports.core.ImportPlan;
import io.steadfast.imports.core.ImportRefusal;
import io.steadfast.imports.core.ImportState;
import io.steadfast.imports.core.ImportView;
import io.steadfast.imports.core.RowTrouble;
import io.steadfast.imports.core.StagedRow;
import io.steadfast.imports.store.StagedRows;
import io.steadfast.platform.jobs.Pace;
import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.platform.tenancy.Tenant;
import io.steadfast.programs.core.ProgramBasics;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** Works through an import on threads of its own, from wherever it stands. */
@ApplicationScoped
public class ImportJob {

    private static final Logger LOG = Logger.getLogger(ImportJob.class.getName());

    /** Orders taken in one transaction. */
    private static final int TAKEN_AT_ONCE = 100;

    @Resource
    private ManagedExecutorService executor;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    @Inject
    private ImportService imports;

    @Inject
    private FileReading reading;

    @Inject
    private ImportRunService runs;

    @Inject
    private Pace pace;

    @Inject
    private CurrentTenant currentTenant;

    @Inject
    private CurrentActor currentActor;

    /** Goes on with an import, unless somebody does or others enough are under way; returns at once. */
    public void start(UUID id) {
        start(id, currentActor.known().orElseGet(ImportJob::nobody));
    }

    /** Goes on with imports that nobody is at: those that wait for others, and those whose server died. */
    public void startWaiting() {
        imports.waiting().forEach(id -> start(id, nobody()));
    }

    /** The same a little later, by real time; the scheduler has one thread for the whole server, so nothing is done on it. */
    public void startWaitingAfter(Duration wait) {
        Callable<Duration> later = inHand(nobody(), () -> {
            startWaiting();
            return wait;
        });
        scheduler.schedule(() -> executor.execute(() -> logged(later)), wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Actor nobody() {
        return Actor.job("import");
    }

    private void start(UUID id, Actor actor) {
        UUID runner = Ids.next();
        Callable<UUID> work = inHand(actor, () -> {
            if (imports.hold(id, runner)) {
                work(id, runner);
                startWaiting();
            }
            return id;
        });
        executor.execute(() -> logged(work));
    }

    private static void logged(Callable<?> work) {
        try {
            work.call();
        } catch (Exception failure) {
            LOG.log(Level.WARNING, "An import couldn't go on", failure);
        }
    }

    /** With the tenant of this moment. */
    private <T> Callable<T> inHand(Actor actor, Callable<T> work) {
        Tenant tenant = currentTenant.tenant();
        String address = currentActor.address();
        return () -> currentTenant.call(tenant.slug(), () -> currentActor.call(actor, address, work));
    }

    private void work(UUID id, UUID runner) {
        // An error of the machine passes through, and would come again with each that goes on.
        Optional<String> problem = Optional.of(ImportRefusal.ROW_FAILED.name());
        try {
            ImportView view = imports.find(id).orElseThrow();
            Occasion occasion = occasion(view, runner);
            if (view.state() == ImportState.STAGING) {
                reading.read(occasion);
            }
            takeAll(occasion);
            imports.complete(id, runner);
            problem = Optional.empty();
        } catch (Refusal refusal) {
            problem = Optional.of(refusal.reason().name());
        } catch (HoldLost lost) {
            problem = Optional.empty();
        } catch (InterruptedException stopping) {
            problem = Optional.empty();
            imports.giveBack(id, runner);
            Thread.currentThread().interrupt();
        } catch (Exception failure) {
            LOG.log(Level.WARNING, "Import " + id + " stopped", failure);
        } finally {
            problem.ifPresent(why -> imports.fail(id, runner, why));
        }
    }

    private Occasion occasion(ImportView view, UUID runner) {
        ImportPlan plan = view.plan();
        Tenant tenant = currentTenant.tenant();
        Optional<ProgramBasics> basics =
                imports.version(plan).map(each -> each.version().document().basics());
        ZoneId zone = basics.map(ProgramBasics::zone).orElse(tenant.zone());
        return new Occasion(
                view.id(),
                runner,
                view.person(),
                plan,
                zone,
                basics.map(ProgramBasics::currency).orElse(tenant.currency()));
    }

    /** All shares at once, this thread among them. */
    private void takeAll(Occasion occasion) throws Exception {
        AtomicLong failed =
                new AtomicLong(imports.find(occasion.id()).orElseThrow().failed());
        List<Future<Long>> shares = new ArrayList<>();
        for (int share = 1; share < StagedRows.SHARES; share++) {
            int number = share;
            shares.add(executor.submit(inHand(currentActor.actor(), () -> take(occasion, number, failed))));
        }
        take(occasion, 0, failed);
        for (Future<Long> share : shares) {
            try {
                share.get();
            } catch (ExecutionException broken) {
                throw broken.getCause() instanceof RuntimeException cause ? cause : broken;
            }
        }
    }

    private long take(Occasion occasion, int share, AtomicLong failed) {
        Pace.Lap lap = pace.lap();
        List<StagedRow> rows = runs.next(occasion.id(), share, TAKEN_AT_ONCE);
        while (!rows.isEmpty()) {
            if (!imports.hold(occasion.id(), occasion.runner())) {
                throw new HoldLost();
            }
            int refused = switch (occasion.plan().kind()) {
                case ORDERS -> takeOrders(occasion, share, rows);
                case MEMBERS -> takeMembers(occasion, share, rows);
                case BALANCES, TIERS, MEMBERSHIPS -> takeEach(occasion, share, rows, Made.NOTHING);
            };
            if (failed.addAndGet(refused) > ImportService.MOST_ERRORS) {
                throw new Refusal(ImportRefusal.TOO_MANY_ERRORS);
            }
            lap.rest();
            rows = runs.next(occasion.id(), share, TAKEN_AT_ONCE);
        }
        return failed.get();
    }

    /** Together; where one of them breaks the others' transaction, one after the other. How many were refused. */
    private int takeOrders(Occasion occasion, int share, List<StagedRow> rows) {
        if (occasion.plan().rehearses()) {
            return runs.pass(occasion, share, rows, runs.tryOrders(occasion, rows));
        }
        try {
            return runs.takeOrders(occasion, share, rows);
        } catch (HoldLost lost) {
            throw lost;
        } catch (RuntimeException together) {
            LOG.log(Level.FINE, "Orders of an import are taken one by one", together);
            return rows.stream()
                    .mapToInt(row -> takeAlone(occasion, share, row))
                    .sum();
        }
    }

    private int takeAlone(Occasion occasion, int share, StagedRow row) {
        List<StagedRow> alone = List.of(row);
        try {
            return runs.takeOrders(occasion, share, alone);
        } catch (HoldLost lost) {
            throw lost;
        } catch (RuntimeException refused) {
            return runs.pass(occasion, share, alone, List.of(Troubles.of(row.line(), refused)));
        }
    }

    /** Newcomers together; where they break off, and whoever is known, one after the other. How many were refused. */
    private int takeMembers(Occasion occasion, int share, List<StagedRow> rows) {
        List<StagedRow> newcomers = runs.newcomers(occasion, rows);
        if (newcomers.isEmpty()) {
            return takeEach(occasion, share, rows, Made.NOTHING);
        }
        try {
            List<RowTrouble> troubles = runs.makeMembers(occasion, newcomers);
            return takeEach(occasion, share, rows, new Made(newcomers, troubles));
        } catch (RuntimeException together) {
            LOG.log(Level.FINE, "Members of an import are made one by one", together);
            return takeEach(occasion, share, rows, Made.NOTHING);
        }
    }

    private int takeEach(Occasion occasion, int share, List<StagedRow> rows, Made made) {
        List<RowTrouble> troubles = new ArrayList<>(made.troubles());
        for (StagedRow row : made.others(rows)) {
            try {
                runs.take(occasion, row);
            } catch (RuntimeException refused) {
                troubles.add(Troubles.of(row.line(), refused));
            }
        }
        return runs.pass(occasion, share, rows, troubles);
    }

    /**
     * What was done with some of the rows already.
     *
     * @param troubles of those that were refused
     */
    private record Made(List<StagedRow> rows, List<RowTrouble> troubles) {

        static final Made NOTHING = new Made(List.of(), List.of());

        List<StagedRow> others(List<StagedRow> all) {
            Set<Long> lines = rows.stream().map(StagedRow::line).collect(Collectors.toSet());
            return all.stream().filter(row -> !lines.contains(row.line())).toList();
        }
    }
}
