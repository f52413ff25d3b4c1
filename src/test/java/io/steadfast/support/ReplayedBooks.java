package io.steadfast.support;

import io.steadfast.accrual.ReplayCheck;
import io.steadfast.accrual.store.ReplayReader;
import io.steadfast.programs.ProgramDocumentCodec;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.shared.ProgramCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Invariant I9 after a test class: what was judged in a tenant is judged again and held against its books. */
final class ReplayedBooks {

    /** So many that the tenant of an ordinary test is replayed whole; of one with more, its first ones are. */
    private static final int MOST = 1_000;

    private static final UUID START = new UUID(0, 0);

    private static final String VERSION =
            "SELECT document, effective_from FROM program_version WHERE program = ? AND version = ?";

    private final Connection connection;
    private final Map<String, Optional<ProgramVersion>> read = new HashMap<>();

    /** @param connection whose search path is the tenant's schema */
    ReplayedBooks(Connection connection) {
        this.connection = connection;
    }

    /** What doesn't come out again, in plain words. */
    List<String> differences() {
        ReplayCheck check = new ReplayCheck(
                new ReplayReader(connection),
                (program, number) -> read.computeIfAbsent(program + " " + number, key -> version(program, number)));
        List<String> differences = new ArrayList<>(check.receipts(START, MOST).differences());
        differences.addAll(check.orders(START, MOST).differences());
        return differences;
    }

    private Optional<ProgramVersion> version(ProgramCode program, int number) {
        try (PreparedStatement statement = connection.prepareStatement(VERSION)) {
            statement.setString(1, program.value());
            statement.setInt(2, number);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new ProgramVersion(
                                program,
                                number,
                                ProgramDocumentCodec.read(row.getString("document")),
                                row.getObject("effective_from", OffsetDateTime.class)
                                        .toInstant()))
                        : Optional.empty();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
