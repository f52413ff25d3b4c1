package io.steadfast.imports;

import io.steadfast.imports.core.ImportPlan;
import io.steadfast.imports.core.ImportRefusal;
import io.steadfast.imports.core.ImportView;
import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.refusals.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
     * A file that is kept whole and of which nothing was made yet.
     *
     * @param id of the import it will become
     * @param digest SHA-256 of its bytes
     */
    public record Kept(UUID id, byte[] digest) {

        public Kept {
            digest = digest.clone();
        }

        @Override
        public byte[] digest() {
            return digest.clone();
        }
    }

    /**
     * Takes a file in and returns once it is kept; what becomes of it is told by {@link ImportService#find}.
     *
     * <p>Refuses FILE_EMPTY, NOT_UTF8, NOT_CSV, FILE_TOO_LARGE, COLUMN_MISSING, COLUMN_TWICE (400), PROGRAM_UNPUBLISHED (422).
     */
    public ImportView accept(ImportPlan plan, String fileName, InputStream file) {
        Kept kept = keep(plan, file);
        try {
            imports.begin(kept.id(), plan, fileName);
        } catch (RuntimeException refused) {
            forget(kept);
            throw refused;
        }
        start(kept);
        return imports.find(kept.id()).orElseThrow();
    }

    /**
     * Keeps a file without beginning anything: {@link ImportService#begin} and then {@link #start}, or {@link #forget}.
     *
     * <p>Refuses FILE_EMPTY, NOT_UTF8, NOT_CSV, FILE_TOO_LARGE, COLUMN_MISSING, COLUMN_TWICE (400).
     */
    public Kept keep(ImportPlan plan, InputStream file) {
        try {
            byte[] piece = file.readNBytes(PIECE_BYTES);
            refuseOtherColumns(plan, piece);
            UUID id = Ids.next();
            return new Kept(id, keep(id, piece, file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Goes on with an import that was begun, once its transaction is committed; returns at once. */
    public void start(Kept kept) {
        job.start(kept.id());
    }

    /** Throws away a file of which nothing is to be made. */
    public void forget(Kept kept) {
        imports.forgetFile(kept.id());
    }

    private byte[] keep(UUID id, byte[] first, InputStream file) throws IOException {
        MessageDigest digest = sha256();
        byte[] piece = first;
        try {
            for (int number = 0; piece.length > 0; number++) {
                if (number == MOST_PIECES) {
                    throw new Refusal(ImportRefusal.FILE_TOO_LARGE, Map.of("mostMegabytes", MOST_PIECES));
                }
                imports.keep(id, number, piece);
                digest.update(piece);
                piece = file.readNBytes(PIECE_BYTES);
            }
            return digest.digest();
        } catch (RuntimeException | IOException broken) {
            imports.forgetFile(id);
            throw broken;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
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
