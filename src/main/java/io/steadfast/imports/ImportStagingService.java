package io.steadfast.imports;

import io.steadfast.imports.core.ImportKind;
import io.steadfast.imports.core.ImportRefusal;
import io.steadfast.imports.core.ImportState;
import io.steadfast.imports.core.RowTrouble;
import io.steadfast.imports.core.StagedRow;
import io.steadfast.imports.store.ImportErrors;
import io.steadfast.imports.store.ImportRepository;
import io.steadfast.imports.store.StagedRows;
import io.steadfast.platform.refusals.Refusal;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Keeps the rows of a file until their turn comes. */
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

    /**
     * Forgets what was read before: a file is read from its beginning or not at all. Refuses READ_TOO_OFTEN: what broke off each
     * time breaks off once more, and takes the server's time and memory with it.
     */
    public void begin(UUID id) {
        if (!imports.beginReading(id, MOST_READINGS)) {
            throw new Refusal(ImportRefusal.READ_TOO_OFTEN);
        }
        staged.clear(id, StagedRows.Scope.EVERYTHING);
        errors.clear(id);
    }

    public void add(UUID id, List<StagedRow> rows, List<RowTrouble> troubles) {
        staged.add(id, rows);
        errors.add(id, troubles);
    }

    /** The file is read to its end. */
    public void end(UUID id, ImportKind kind, long rowsRead) {
        if (kind == ImportKind.ORDERS) {
            errors.add(
                    id,
                    staged.removeRepeated(id).stream()
                            .map(line -> new RowTrouble(line, "reference", ImportRefusal.REFERENCE_REPEATED, Map.of()))
                            .toList());
        }
        if (kind == ImportKind.BALANCES) {
            staged.numberEqual(id);
        }
        staged.open(id);
        errors.count(id);
        imports.read(id, rowsRead);
        imports.become(id, ImportState.RUNNING, Optional.empty(), Optional.empty());
        imports.removePieces(id);
    }
}
