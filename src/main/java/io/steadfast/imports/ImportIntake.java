package io.steadfast.imports;

import io.steadfast.imports.core.ImportPlan;
import io.steadfast.imports.core.ImportRefusal;
import io.steadfast.imports.core.ImportView;
import io.steadfast.platform.refusals.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;

/** The door of files: looks at the beginning, keeps all of it piece by piece, and lets it be taken. */
@ApplicationScoped
public class ImportIntake {

    private static final int PIECE_BYTES = 1 << 20;
    private static final int MOST_PIECES = 1_024;

    @Inject
    private ImportService imports;

    @Inject
    private ImportJob job;

    /**
     * Takes a file in and returns once it is kept; what becomes of it is told by {@link ImportService#find}.
     *
     * <p>Refuses FILE_EMPTY, NOT_UTF8, NOT_CSV, FILE_TOO_LARGE, COLUMN_MISSING, COLUMN_TWICE (400), PROGRAM_UNPUBLISHED (422).
     */
    public ImportView accept(ImportPlan plan, String fileName, InputStream file) {
        try {
            byte[] piece = file.readNBytes(PIECE_BYTES);
            refuseOtherColumns(plan, piece);
            UUID id = imports.begin(plan, fileName);
            keep(id, piece, file);
            ImportView view = imports.received(id);
            job.start(id);
            return view;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void keep(UUID id, byte[] first, InputStream file) throws IOException {
        byte[] piece = first;
        try {
            for (int number = 0; piece.length > 0; number++) {
                if (number == MOST_PIECES) {
                    throw new Refusal(ImportRefusal.FILE_TOO_LARGE, Map.of("mostMegabytes", MOST_PIECES));
                }
                imports.keep(id, number, piece);
                piece = file.readNBytes(PIECE_BYTES);
            }
        } catch (Refusal | IOException broken) {
            imports.fail(id, ImportRefusal.FILE_TOO_LARGE.name());
            throw broken;
        }
    }

    private static void refuseOtherColumns(ImportPlan plan, byte[] beginning) {
        try (CsvFile csv = CsvFile.open(new ByteArrayInputStream(beginning))) {
            csv.columns(plan);
        } catch (Refusal refusal) {
            throw refusal;
        } catch (RuntimeException failure) {
            throw CsvFile.refusal(failure);
        }
    }
}
