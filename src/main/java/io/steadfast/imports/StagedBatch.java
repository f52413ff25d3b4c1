package io.steadfast.imports;

import io.steadfast.imports.core.RowReading;
import io.steadfast.imports.core.RowRefused;
import io.steadfast.imports.core.RowTrouble;
import io.steadfast.imports.core.StagedRow;
import java.util.ArrayList;
import java.util.List;

/** Rows that were read and are kept together: as many as one transaction is worth, and no more than the memory bears. */
final class StagedBatch {

    private static final int MOST_ROWS = 2_000;
    private static final int MOST_CHARACTERS = 1_000_000;

    private final RowReading reading;
    private final List<StagedRow> rows = new ArrayList<>();
    private final List<RowTrouble> troubles = new ArrayList<>();
    private long characters;

    StagedBatch(RowReading reading) {
        this.reading = reading;
    }

    void add(CsvFile.Line line) {
        line.trouble().ifPresent(trouble -> troubles.add(RowTrouble.of(line.number(), trouble)));
        line.cells().ifPresent(cells -> {
            try {
                rows.add(reading.read(line.number(), cells));
                cells.forEach((field, cell) -> characters += field.length() + cell.length());
            } catch (RowRefused refused) {
                troubles.add(RowTrouble.of(line.number(), refused));
            }
        });
    }

    boolean isFull() {
        return rows.size() + troubles.size() >= MOST_ROWS || characters >= MOST_CHARACTERS;
    }

    List<StagedRow> rows() {
        return List.copyOf(rows);
    }

    List<RowTrouble> troubles() {
        return List.copyOf(troubles);
    }
}
