package io.steadfast.ledger.store;

import io.steadfast.platform.persistence.TenantStore;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Which points were brought along already. */
@Dependent
public class OpeningBalances {

    private static final String FIND = "SELECT content FROM opening_balance WHERE source = ? AND reference = ?";
    private static final String ADD =
            "INSERT INTO opening_balance (source, reference, entry_id, content, recorded_at) VALUES (?, ?, ?, ?, ?)";

    @Inject
    TenantStore store;

    /** What was brought under this reference. */
    public Optional<String> content(String source, String reference) {
        return store.sql(FIND).text(source).text(reference).one(row -> row.text("content"));
    }

    /** An entry with its natural key. */
    public record Opened(String source, String reference, UUID entry, String content) {}

    public void add(Opened opened, Instant now) {
        store.sql(ADD)
                .text(opened.source())
                .text(opened.reference())
                .id(opened.entry())
                .text(opened.content())
                .instant(now)
                .run();
    }
}
