package io.steadfast.programs.store;

import io.steadfast.platform.persistence.Asked;
import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.persistence.Parameters;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.WalletCode;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Programs, versions, drafts and the wallets' owners as rows. Documents are text here; their reading is the door's. */
@ApplicationScoped
public class ProgramRepository {

    private static final String UNIQUE_VIOLATION = "23505";

    private static final String ONE_AT_A_TIME =
            "SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || '/program/' || ?, 0))";

    private static final String STARTS =
            "SELECT v.program, v.version, v.effective_from FROM program_version v WHERE NOT EXISTS (SELECT 1"
                    + " FROM program_withdrawal w WHERE w.program = v.program AND w.version = v.version)"
                    + " ORDER BY v.program, v.version DESC";

    /** The key under which a transaction keeps what was read ahead. */
    private static final String AHEAD = ProgramRepository.class.getName() + ".ahead";

    @Inject
    private TenantStore store;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transactions;

    private record Ahead(Asked<List<VersionStart>> starts) {}

    /** When a version begins. */
    public record VersionStart(String program, int version, Instant effectiveFrom) {}

    public void add(ProgramCode code, Instant at) {
        ProgramEntity row = new ProgramEntity();
        row.code = code.value();
        row.recordedAt = utc(at);
        store.em().persist(row);
    }

    /** Waits until nobody else publishes this program; until the transaction ends nobody else will. */
    public void publishAlone(ProgramCode program) {
        try (PreparedStatement statement = store.connection().prepareStatement(ONE_AT_A_TIME)) {
            statement.setString(1, program.value());
            statement.execute();
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        }
    }

    public boolean exists(ProgramCode code) {
        return store.em().find(ProgramEntity.class, code.value()) != null;
    }

    /** Codes in their order, after the given one, at most so many. */
    public List<ProgramCode> codes(String after, int most) {
        return store.em()
                .createNamedQuery("Program.after", ProgramEntity.class)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultStream()
                .map(row -> new ProgramCode(row.code))
                .toList();
    }

    /** Has the starts of all versions read with the transaction's next round trip, once; {@link #starts} then costs none. */
    public void lookAhead() {
        if (transactions.getResource(AHEAD) instanceof Ahead) {
            return;
        }
        Asked<List<VersionStart>> starts = store.ask(List.of(STARTS), Parameters.NONE, results -> {
            List<VersionStart> read = new ArrayList<>();
            ResultSet row = results.rows();
            while (row.next()) {
                read.add(new VersionStart(
                        row.getString("program"),
                        row.getInt("version"),
                        row.getObject("effective_from", OffsetDateTime.class).toInstant()));
            }
            return read;
        });
        transactions.putResource(AHEAD, new Ahead(starts));
    }

    /** Starts of all versions of these programs that weren't taken back, the latest version of each program first. */
    public List<VersionStart> starts(Collection<ProgramCode> programs) {
        if (programs.isEmpty()) {
            return List.of();
        }
        if (transactions.getResource(AHEAD) instanceof Ahead ahead) {
            List<String> wanted = values(programs);
            return ahead.starts().get().stream()
                    .filter(start -> wanted.contains(start.program()))
                    .toList();
        }
        return store.em()
                .createNamedQuery("ProgramVersion.index", Object[].class)
                .setParameter("programs", values(programs))
                .getResultStream()
                .map(row -> new VersionStart((String) row[0], (Integer) row[1], ((OffsetDateTime) row[2]).toInstant()))
                .toList();
    }

    /** All versions, those taken back too, the latest first. */
    public List<ProgramVersionEntity> versions(ProgramCode program) {
        return store.em()
                .createNamedQuery("ProgramVersion.ofProgram", ProgramVersionEntity.class)
                .setParameter("program", program.value())
                .getResultList();
    }

    public Optional<ProgramVersionEntity> version(ProgramCode program, int version) {
        return Optional.ofNullable(
                store.em().find(ProgramVersionEntity.class, new ProgramVersionEntity.Key(program.value(), version)));
    }

    public void addVersion(ProgramVersionEntity row) {
        transactions.putResource(AHEAD, null);
        store.em().persist(row);
    }

    public List<ProgramDraftEntity> drafts(Collection<ProgramCode> programs) {
        return programs.isEmpty()
                ? List.of()
                : store.em()
                        .createNamedQuery("ProgramDraft.ofPrograms", ProgramDraftEntity.class)
                        .setParameter("programs", values(programs))
                        .getResultList();
    }

    public ProgramDraftEntity addDraft(
            ProgramCode program, @Nullable Integer baseVersion, String document, Instant at, String actorName) {
        return addDraft(Ids.next(), new DraftStart(program, baseVersion), document, at, actorName);
    }

    /** Which program a draft is of, and the version it starts from. */
    public record DraftStart(ProgramCode program, @Nullable Integer baseVersion) {}

    public ProgramDraftEntity addDraft(UUID id, DraftStart start, String document, Instant at, String actorName) {
        ProgramDraftEntity row = new ProgramDraftEntity();
        row.id = id;
        row.program = start.program().value();
        row.baseVersion = start.baseVersion();
        row.document = document;
        row.changedAt = utc(at);
        row.actorName = actorName;
        store.em().persist(row);
        return row;
    }

    public Optional<ProgramDraftEntity> draft(UUID id) {
        return Optional.ofNullable(store.em().find(ProgramDraftEntity.class, id));
    }

    public void removeDraft(ProgramDraftEntity draft) {
        store.em().remove(draft);
    }

    /** Which programs the wallets of these codes belong to. */
    public List<WalletEntity> wallets(Collection<WalletCode> codes) {
        return codes.isEmpty()
                ? List.of()
                : store.em()
                        .createNamedQuery("Wallet.named", WalletEntity.class)
                        .setParameter(
                                "codes", codes.stream().map(WalletCode::value).toList())
                        .getResultList();
    }

    public void addWallet(WalletCode code, ProgramCode program, Instant at) {
        WalletEntity row = new WalletEntity();
        row.code = code.value();
        row.program = program.value();
        row.recordedAt = utc(at);
        store.em().persist(row);
    }

    /** Writes what is held back; false when the same thing was written by somebody else meanwhile. */
    public boolean written() {
        try {
            store.em().flush();
            return true;
        } catch (PersistenceException failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
                    return false;
                }
            }
            throw failure;
        }
    }

    private static List<String> values(Collection<ProgramCode> programs) {
        return programs.stream().map(ProgramCode::value).toList();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
