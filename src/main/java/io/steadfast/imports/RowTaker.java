package io.steadfast.imports;

import io.steadfast.imports.core.Cells;
import io.steadfast.imports.core.ImportKind;
import io.steadfast.imports.core.StagedRow;

/** Takes one row of a kind through the door of the feature it is about. */
interface RowTaker {

    ImportKind kind();

    /**
     * Does what the row says, in the transaction under way; the same row again changes nothing.
     *
     * @throws io.steadfast.imports.core.RowRefused or {@link io.steadfast.platform.refusals.Refusal} where it can't be done
     */
    void take(Occasion occasion, StagedRow row, Cells cells);
}
