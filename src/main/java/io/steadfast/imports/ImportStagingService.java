package io.steadfast.imports;

import io.steadfast.imports.core.ImportKind;
import io.steadfast.imports.core.ImportRefusal;
import io.steadfast.imports.core.ImportState;
import io.steadfast.imports.core.RowTrouble;
import io.steadfast.imports.store.ImportErrors;
import io.steadfast.imports.store.ImportRepository;
import io.steadfast.imports.store.StagedRows;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.time.RealClock;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps the rows of a file until their turn comes. Each method holds the import for as long as it lasts, and throws {@link HoldLost}
 * where somebody else goes on with it: else two would stage into one another.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ImportStagingService {

    private static final int MOST_READINGS = 3;

    @Inject
    private ImportRepository imports;

    @Inject
    private StagedRows staged;

    @Inject
    private ImportErrors errors;

    @Inject
    private RealClock clock;

    /**
     * Forgets what was read before: a file is read from its beginning or not at all. Refuses READ_TOO_OFTEN: what broke off each
     * time breaks off once more, and takes the server's time and memory with it.
     */
    public void begin(Occasion occasion) {
        lock(occasion);
        if (!imports.beginReading(occasion.id(), MOST_READINGS)) {
            throw new Refusal(ImportRefusal.READ_TOO_OFTEN);
        }
        staged.clear(occasion.id(), StagedRows.Scope.EVERYTHING);
        errors.clear(occasion.id());
    }

    public void add(Occasion occasion, StagedBatch batch) {
        lock(occasion);
        staged.add(occasion.id(), batch.rows());
        errors.add(occasion.id(), batch.troubles());
    }

    /** The file is read to its end. Refuses TOO_MANY_ERRORS. */
    public void end(Occasion occasion, long rowsRead) {
        lock(occasion);
        UUID id = occasion.id();
        ImportKind kind = occasion.plan().kind();
        if (kind == ImportKind.ORDERS) {
            errors.add(
                    id,
                    staged.removeRepeated(id, ImportService.MOST_ERRORS + 1).stream()
                            .map(line -> new RowTrouble(line, "reference", ImportRefusal.REFERENCE_REPEATED, Map.of()))
                            .toList());
        }
        if (kind == ImportKind.BALANCES) {
            staged.numberEqual(id);
        }
        long failed = errors.lines(id);
        if (failed > ImportService.MOST_ERRORS) {
            throw new Refusal(ImportRefusal.TOO_MANY_ERRORS);
        }
        staged.open(id);
        imports.read(id, rowsRead, failed);
        imports.become(id, ImportState.RUNNING, Optional.empty(), Optional.empty());
        imports.removePieces(id);
        imports.prolong(id, occasion.runner(), clock.now().plus(ImportService.TERM));
    }

    private void lock(Occasion occasion) {
        if (!imports.lock(occasion.id(), occasion.runner())) {
            throw new HoldLost();
        }
    }
}
