package io.steadfast.imports;

import io.steadfast.imports.core.ImportKind;
import io.steadfast.imports.core.ImportPlan;
import io.steadfast.imports.core.ImportRefusal;
import io.steadfast.imports.core.ImportState;
import io.steadfast.imports.core.ImportView;
import io.steadfast.imports.core.RowReading;
import io.steadfast.imports.core.RowRefused;
import io.steadfast.imports.core.RowTrouble;
import io.steadfast.imports.core.StagedRow;
import io.steadfast.imports.store.StagedRows;
import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.platform.tenancy.Tenant;
import io.steadfast.programs.core.ProgramBasics;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Works through an import on threads of its own, from wherever it stands. */
@ApplicationScoped
public class ImportJob {

    private static final Logger LOG = Logger.getLogger(ImportJob.class.getName());

    /** Rows read in one transaction. */
    private static final int STAGED_AT_ONCE = 2_000;

    /** Orders taken in one transaction. */
    private static final int TAKEN_AT_ONCE = 100;

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private ImportService imports;

    @Inject
    private ImportStagingService staging;

    @Inject
    private ImportRunService runs;

    @Inject
    private CurrentTenant currentTenant;

    @Inject
    private CurrentActor currentActor;

    /** Goes on with an import, unless somebody does; returns at once. */
    public void start(UUID id) {
        UUID runner = Ids.next();
        Callable<UUID> work = inHand(() -> {
            if (imports.hold(id, runner)) {
                work(id, runner);
            }
            return id;
        });
        executor.execute(() -> {
            try {
                work.call();
            } catch (Exception failure) {
                LOG.log(Level.WARNING, "Import " + id + " couldn't go on", failure);
            }
        });
    }

    /** With the tenant and the actor of this moment. */
    private <T> Callable<T> inHand(Callable<T> work) {
        Tenant tenant = currentTenant.tenant();
        Actor actor = currentActor.known().orElseGet(() -> Actor.job("import"));
        String address = currentActor.address();
        return () -> currentTenant.call(tenant.slug(), () -> currentActor.call(actor, address, work));
    }

    private void work(UUID id, UUID runner) {
        try {
            ImportView view = imports.find(id).orElseThrow();
            Occasion occasion = occasion(view);
            if (view.state() == ImportState.STAGING) {
                stage(occasion, runner);
            }
            if (takeAll(occasion, runner)) {
                imports.complete(id);
            }
        } catch (Refusal refusal) {
            imports.fail(id, refusal.reason().name());
        } catch (Exception failure) {
            LOG.log(Level.WARNING, "Import " + id + " stopped", failure);
            imports.fail(id, ImportRefusal.ROW_FAILED.name());
        }
    }

    private Occasion occasion(ImportView view) {
        ImportPlan plan = view.plan();
        Tenant tenant = currentTenant.tenant();
        Optional<ProgramBasics> basics =
                imports.version(plan).map(each -> each.version().document().basics());
        ZoneId zone = basics.map(ProgramBasics::zone).orElse(tenant.zone());
        return new Occasion(
                view.id(), plan, zone, basics.map(ProgramBasics::currency).orElse(tenant.currency()));
    }

    private void stage(Occasion occasion, UUID runner) {
        UUID id = occasion.id();
        staging.begin(id);
        RowReading reading = new RowReading(occasion.plan().kind(), occasion.zone());
        long read = 0;
        try (CsvFile file = CsvFile.open(new CsvFile.Pieces(number -> imports.piece(id, number)))) {
            Map<String, Integer> columns = file.columns(occasion.plan());
            List<StagedRow> rows = new ArrayList<>();
            List<RowTrouble> troubles = new ArrayList<>();
            Optional<CsvFile.Line> line = file.next(columns);
            while (line.isPresent()) {
                read++;
                add(line.get(), reading, rows, troubles);
                line = file.next(columns);
                if (rows.size() + troubles.size() >= STAGED_AT_ONCE || line.isEmpty()) {
                    staging.add(id, rows, troubles);
                    rows.clear();
                    troubles.clear();
                    imports.hold(id, runner);
                }
            }
        } catch (Refusal refusal) {
            throw refusal;
        } catch (RuntimeException failure) {
            throw fromReader(failure) ? CsvFile.refusal(failure) : failure;
        }
        staging.end(id, occasion.plan().kind(), read);
    }

    static boolean fromReader(Throwable failure) {
        return failure instanceof java.io.UncheckedIOException
                || failure.getClass().getName().startsWith("de.siegmar.fastcsv");
    }

    private static void add(CsvFile.Line line, RowReading reading, List<StagedRow> rows, List<RowTrouble> troubles) {
        line.trouble().ifPresent(trouble -> troubles.add(RowTrouble.of(line.number(), trouble)));
        line.cells().ifPresent(cells -> {
            try {
                rows.add(reading.read(line.number(), cells));
            } catch (RowRefused refused) {
                troubles.add(RowTrouble.of(line.number(), refused));
            }
        });
    }

    /** False where somebody else goes on with it now. */
    private boolean takeAll(Occasion occasion, UUID runner) throws Exception {
        List<Future<Boolean>> shares = new ArrayList<>();
        for (int share = 1; share < StagedRows.SHARES; share++) {
            int number = share;
            shares.add(executor.submit(inHand(() -> take(occasion, runner, number))));
        }
        boolean whole = take(occasion, runner, 0);
        for (Future<Boolean> share : shares) {
            whole &= share.get();
        }
        return whole;
    }

    private boolean take(Occasion occasion, UUID runner, int share) {
        List<StagedRow> rows = runs.next(occasion.id(), share, TAKEN_AT_ONCE);
        while (!rows.isEmpty()) {
            if (!imports.hold(occasion.id(), runner)) {
                return false;
            }
            if (occasion.plan().kind() == ImportKind.ORDERS) {
                takeOrders(occasion, share, rows);
            } else {
                takeEach(occasion, share, rows);
            }
            runs.count(occasion.id());
            rows = runs.next(occasion.id(), share, TAKEN_AT_ONCE);
        }
        return true;
    }

    /** Together; where one of them breaks the others' transaction, one after the other. */
    private void takeOrders(Occasion occasion, int share, List<StagedRow> rows) {
        if (occasion.plan().rehearses()) {
            runs.pass(occasion, share, rows, runs.tryOrders(occasion, rows));
            return;
        }
        try {
            runs.takeOrders(occasion, share, rows);
        } catch (RuntimeException together) {
            LOG.log(Level.FINE, "Orders of an import are taken one by one", together);
            for (StagedRow row : rows) {
                takeAlone(occasion, share, row);
            }
        }
    }

    private void takeAlone(Occasion occasion, int share, StagedRow row) {
        List<StagedRow> alone = List.of(row);
        try {
            runs.takeOrders(occasion, share, alone);
        } catch (RuntimeException refused) {
            runs.pass(occasion, share, alone, List.of(Troubles.of(row.line(), refused)));
        }
    }

    private void takeEach(Occasion occasion, int share, List<StagedRow> rows) {
        List<RowTrouble> troubles = new ArrayList<>();
        for (StagedRow row : rows) {
            try {
                runs.take(occasion, row);
            } catch (RuntimeException refused) {
                troubles.add(Troubles.of(row.line(), refused));
            }
        }
        runs.pass(occasion, share, rows, troubles);
    }
}
