package io.steadfast.accrual.store;

import io.steadfast.accrual.core.Activity;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.platform.persistence.TenantStore;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Activities as they were reported. */
@Dependent
public class ActivityRepository {

    // As for orders: first wait, then see what the one before wrote; one round trip.
    private static final String LOCK = """
            SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || ' activity ' || ? || ' ' || ?, 0));
            SELECT a.content, r.body FROM activity AS a JOIN receipt AS r USING (receipt_id)
             WHERE a.source = ? AND a.reference = ?
            """;

    @Inject
    TenantStore store;

    @Inject
    Documents documents;

    /** An activity that is known, with its receipt. */
    public record Known(Activity activity, Receipt receipt) {}

    /** The activity, if it is known; whoever reports the same one meanwhile waits until this transaction ends. */
    public Optional<Known> lock(String source, String reference) {
        try (PreparedStatement statement = store.connection().prepareStatement(LOCK)) {
            new Bindings(statement).text(source).text(reference).text(source).text(reference);
            statement.execute();
            statement.getMoreResults();
            try (ResultSet row = statement.getResultSet()) {
                return row.next()
                        ? Optional.of(new Known(
                                documents.read(row.getString("content"), Activity.class),
                                documents.read(row.getString("body"), Receipt.class)))
                        : Optional.empty();
            }
        } catch (SQLException failure) {
            throw new AccrualStoreException(failure);
        }
    }
}
