package io.steadfast.imports;

import io.steadfast.imports.core.ImportRefusal;
import io.steadfast.imports.core.RowReading;
import io.steadfast.platform.refusals.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** Reads a file that was kept from its beginning to its end, and keeps its rows until their turn comes. */
@ApplicationScoped
class FileReading {

    @Inject
    ImportService imports;

    @Inject
    ImportStagingService staging;

    /** Refuses what {@link CsvFile} does and TOO_MANY_ERRORS; {@link HoldLost} where somebody else has begun with it meanwhile. */
    void read(Occasion occasion) {
        staging.begin(occasion);
        long rows = 0;
        try (CsvFile file = CsvFile.open(new CsvFile.Pieces(number -> imports.piece(occasion.id(), number)))) {
            rows = read(occasion, file);
        } catch (Refusal | HoldLost known) {
            throw known;
        } catch (RuntimeException failure) {
            throw CsvFile.isReaders(failure) ? CsvFile.refusal(failure) : failure;
        }
        staging.end(occasion, rows);
    }

    private long read(Occasion occasion, CsvFile file) {
        Map<String, Integer> columns = file.columns(occasion.plan());
        RowReading reading = new RowReading(occasion.plan().kind(), occasion.zone());
        StagedBatch batch = new StagedBatch(reading);
        long rows = 0;
        long failed = 0;
        Optional<CsvFile.Line> line = file.next(columns);
        while (line.isPresent()) {
            rows++;
            batch.add(line.get());
            line = file.next(columns);
            if (batch.isFull() || line.isEmpty()) {
                failed += batch.troubles().size();
                if (failed > ImportService.MOST_ERRORS) {
                    throw new Refusal(ImportRefusal.TOO_MANY_ERRORS);
                }
                staging.add(occasion, batch);
                if (!imports.hold(occasion.id(), occasion.runner())) {
                    throw new HoldLost();
                }
                batch = new StagedBatch(reading);
            }
        }
        return rows;
    }
}
