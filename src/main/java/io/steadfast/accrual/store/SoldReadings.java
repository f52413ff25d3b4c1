package io.steadfast.accrual.store;

import io.steadfast.accrual.core.Order;
import io.steadfast.platform.persistence.TenantStore;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Orders as they were receipted, one after the other, for whoever learns from them. */
@Dependent
public class SoldReadings {

    private static final String AFTER = """
            SELECT r.receipt_id, o.content
              FROM receipt AS r JOIN purchase_order AS o ON o.order_id = r.subject_id
             WHERE r.receipt_id > ?
             ORDER BY r.receipt_id LIMIT ?
            """;

    /** Orders are numbered in the order in which they were recorded. */
    private static final String CHANNELS = """
            SELECT DISTINCT latest.channel AS value
              FROM (SELECT content ->> 'channel' AS channel FROM purchase_order ORDER BY order_id DESC LIMIT ?) AS latest
             WHERE latest.channel IS NOT NULL ORDER BY 1 LIMIT ?
            """;

    @Inject
    TenantStore store;

    @Inject
    Documents documents;

    /** An order in its present state, by one of its receipts. */
    public record Sold(UUID receipt, Order order) {}

    /** The channels of so many of the latest orders, at most so many. */
    public List<String> channels(int latest, int most) {
        return store.sql(CHANNELS).number(latest).number(most).all(row -> row.text("value"));
    }

    /** Orders with a receipt after the given one, at most so many. */
    public List<Sold> after(UUID receipt, int most) {
        return store.sql(AFTER)
                .id(receipt)
                .number(most)
                .all(row -> new Sold(row.id("receipt_id"), documents.read(row.text("content"), Order.class)));
    }
}
