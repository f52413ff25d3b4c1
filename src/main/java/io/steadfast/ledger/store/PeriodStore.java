package io.steadfast.ledger.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** Closed accounting months. */
@ApplicationScoped
public class PeriodStore {

    /** Waits for every posting under way: each holds this lock shared, and has read which months are closed. */
    private static final String LOCK = """
            SELECT pg_advisory_xact_lock(hashtext('steadfast accounting month'), hashtext(current_schema()));
            SELECT max(month) AS month FROM period_close
            """;

    private static final String CLOSE =
            "INSERT INTO period_close (month, closed_at, actor_kind, actor_id) VALUES (?, ?, ?, ?)";

    @Inject
    private LedgerStore ledger;

    /** The last closed month, once nobody posts meanwhile. */
    public Optional<YearMonth> lockAndReadLast() {
        return ledger.with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
                statement.execute();
                ResultSet months = Rows.nextResult(statement);
                months.next();
                return Optional.ofNullable(months.getObject("month", LocalDate.class))
                        .map(YearMonth::from);
            }
        });
    }

    public void close(YearMonth month, Instant at, String actorKind, String actorId) {
        ledger.with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(CLOSE)) {
                new Rows.Binder(connection, statement)
                        .value(month.atDay(1))
                        .value(at)
                        .value(actorKind)
                        .value(actorId);
                return statement.executeUpdate();
            }
        });
    }
}
