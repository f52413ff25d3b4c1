package io.steadfast.imports;

import io.steadfast.imports.core.ImportRefusal;
import io.steadfast.imports.core.RowRefused;
import io.steadfast.imports.core.RowTrouble;
import io.steadfast.platform.refusals.FieldError;
import io.steadfast.platform.refusals.Refusal;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What a failure says about a row. */
final class Troubles {

    private static final Logger LOG = Logger.getLogger(Troubles.class.getName());

    private Troubles() {}

    static RowTrouble of(long line, Refusal refusal) {
        if (!refusal.errors().isEmpty()) {
            FieldError first = refusal.errors().get(0);
            return new RowTrouble(line, first.path(), first.reason(), first.details());
        }
        return new RowTrouble(line, "", refusal.reason(), refusal.details());
    }

    /** Looks through what the container wrapped around it; what isn't a refusal is ours, and is logged without the row. */
    static RowTrouble of(long line, Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return of(line, refusal);
            }
            if (cause instanceof RowRefused refused) {
                return RowTrouble.of(line, refused);
            }
        }
        LOG.log(Level.WARNING, "A row of an import failed at line " + line, failure);
        return new RowTrouble(line, "", ImportRefusal.ROW_FAILED, Map.of());
    }
}
