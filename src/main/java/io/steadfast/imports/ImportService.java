package io.steadfast.imports;

import io.steadfast.imports.core.ImportPlan;
import io.steadfast.imports.core.ImportRefusal;
import io.steadfast.imports.core.ImportState;
import io.steadfast.imports.core.ImportView;
import io.steadfast.imports.store.ImportErrors;
import io.steadfast.imports.store.ImportRepository;
import io.steadfast.imports.store.StagedRows;
import io.steadfast.platform.audit.AuditTrail;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.refusals.RefusalTexts;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.time.RealClock;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.PublishedVersion;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Imports as those see them who asked for them, and as the job does that works through them. Each method is a short transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ImportService {

    /** Who goes on with an import says so at least this often; after that it is anybody's. */
    static final Duration TERM = Duration.ofSeconds(15);

    /** Rows of a file that couldn't be taken, before it is given up. */
    static final int MOST_ERRORS = 100_000;

    /** Imports of a tenant that are under way at once; each works on several threads, which all tenants share. */
    private static final int MOST_AT_ONCE = 2;

    /** Nobody takes so long to send a file. */
    private static final Duration LEFT = Duration.ofDays(1);

    /** Behind every id. */
    private static final UUID LAST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

    @Inject
    private ImportRepository imports;

    @Inject
    private StagedRows staged;

    @Inject
    private ImportErrors errors;

    @Inject
    private ImportRights rights;

    @Inject
    private ProgramService programs;

    @Inject
    private CurrentActor actor;

    @Inject
    private AuditTrail audit;

    @Inject
    private RealClock clock;

    /**
     * Begins an import of a file that is kept, in the transaction under way: once that is committed the import goes on by itself,
     * after a crash too. Refuses NOT_PERMITTED (403), PROGRAM_UNPUBLISHED (422).
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public ImportView begin(UUID id, ImportPlan plan, String fileName) {
        rights.must(plan);
        plan.program().ifPresent(program -> {
            if (programs.find(program).isEmpty() || programs.versions(program).isEmpty()) {
                throw new Refusal(ImportRefusal.PROGRAM_UNPUBLISHED, Map.of("program", program.value()));
            }
        });
        imports.add(id, plan, fileName, actor.actor(), clock.now());
        audit.record(
                "import.begun",
                "import",
                id.toString(),
                null,
                Map.of("kind", plan.kind(), "mode", plan.mode(), "effects", plan.effects()));
        return known(id);
    }

    /** Keeps a piece of a file; they are numbered from 0. */
    public void keep(UUID id, int number, byte[] piece) {
        imports.addPiece(id, number, piece);
    }

    /** Throws away a file that no import was begun with. */
    public void forgetFile(UUID id) {
        imports.removeUnusedPieces(id);
    }

    /** Throws away files of which nothing became an import within a day: their callers or servers died. */
    public void forgetLeftFiles() {
        Instant now = clock.now();
        imports.removeLeftPieces(now.minus(LEFT));
        imports.failHalfReceived(ImportRefusal.FILE_TOO_LARGE.name(), now.minus(LEFT), now);
    }

    /** Ends an import that can't go on, and forgets its file; nothing where it is somebody else's or over. */
    public void fail(UUID id, UUID runner, String problem) {
        if (!imports.lock(id, runner)) {
            return;
        }
        imports.become(id, ImportState.FAILED, Optional.of(problem), Optional.of(clock.now()));
        imports.removePieces(id);
        staged.clear(id, StagedRows.Scope.PERSONAL);
    }

    /**
     * Ends an import whose rows are all taken, and forgets them. Refuses ROWS_LOST where what was taken and what wasn't don't come to
     * the rows that were read; {@link HoldLost} where it is somebody else's.
     */
    public void complete(UUID id, UUID runner) {
        if (!imports.lock(id, runner)) {
            throw new HoldLost();
        }
        ImportView view = known(id);
        if (view.total().orElse(-1L) != view.done() + errors.lines(id)) {
            throw new Refusal(ImportRefusal.ROWS_LOST);
        }
        imports.become(id, ImportState.COMPLETED, Optional.empty(), Optional.of(clock.now()));
        staged.clear(id, StagedRows.Scope.PERSONAL);
    }

    /** Says who goes on with an import; false where somebody else does, others enough are under way, or it is over. */
    public boolean hold(UUID id, UUID runner) {
        Instant now = clock.now();
        Instant until = now.plus(TERM);
        return imports.prolong(id, runner, until) || imports.claim(id, runner, until, now, MOST_AT_ONCE);
    }

    /** Lets anybody go on with an import at once, whose runner has to stop. */
    public void giveBack(UUID id, UUID runner) {
        imports.giveBack(id, runner);
    }

    public Optional<ImportView> find(UUID id) {
        return imports.find(id);
    }

    private ImportView known(UUID id) {
        return imports.find(id).orElseThrow(() -> new Refusal(ImportRefusal.JOB_UNKNOWN));
    }

    /** Imports begun before the given one, empty for the latest; at most so many. */
    public List<ImportView> list(Optional<UUID> before, int most) {
        return imports.before(before.orElse(LAST), most);
    }

    /** One thing that is wrong with a row, in words. */
    public record RowError(long line, String field, String code, String text) {}

    /** What couldn't be taken, by line and field after the given ones, in the reader's language. */
    public List<RowError> errors(UUID id, long afterLine, String afterField, Locale language) {
        return errors.after(id, afterLine, afterField, 500).stream()
                .map(kept -> new RowError(
                        kept.line(),
                        kept.field(),
                        kept.code(),
                        RefusalTexts.text(kept.bundle(), kept.code(), kept.details(), language)))
                .toList();
    }

    /** A piece of the file; empty behind the last one. */
    public Optional<byte[]> piece(UUID id, int number) {
        return imports.piece(id, number);
    }

    /** Imports that were begun, aren't over and nobody is at, the oldest first: as many as may be under way at once. */
    public List<UUID> waiting() {
        return imports.waiting(clock.now(), MOST_AT_ONCE);
    }

    /** Until when the first of those under way is somebody's. */
    public Optional<Instant> heldUntil() {
        return imports.heldUntil();
    }

    /** The zone and currency that dates and amounts of a file are of: the program's, where one is named. */
    public Optional<PublishedVersion> version(ImportPlan plan) {
        return plan.program()
                .flatMap(program -> programs.versions(program).stream().findFirst());
    }
}
