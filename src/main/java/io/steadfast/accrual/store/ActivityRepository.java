package io.steadfast.accrual.store;

import io.steadfast.accrual.core.Activity;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.platform.persistence.Asked;
import io.steadfast.platform.persistence.TenantStore;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.util.List;
import java.util.Optional;

/** Activities as they were reported. */
@Dependent
public class ActivityRepository {

    // As for orders: first wait, then see what the one before wrote; one round trip.
    private static final List<String> LOCK = List.of(
            "SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || ' activity ' || ? || ' ' || ?, 0))",
            """
            SELECT a.content, r.body FROM activity AS a JOIN receipt AS r USING (receipt_id)
             WHERE a.source = ? AND a.reference = ?
            """);

    @Inject
    TenantStore store;

    @Inject
    Documents documents;

    /** An activity that is known, with its receipt. */
    public record Known(Activity activity, Receipt receipt) {}

    /** The activity, if it is known; whoever reports the same one meanwhile waits until this transaction ends. */
    public Asked<Optional<Known>> lock(String source, String reference) {
        return store.ask(
                LOCK,
                (statement, first) -> new Bindings(statement, first)
                        .text(source)
                        .text(reference)
                        .text(source)
                        .text(reference)
                        .next(),
                results -> {
                    results.rows();
                    ResultSet row = results.rows();
                    return row.next()
                            ? Optional.of(new Known(
                                    documents.read(row.getString("content"), Activity.class),
                                    documents.read(row.getString("body"), Receipt.class)))
                            : Optional.empty();
                });
    }
}
