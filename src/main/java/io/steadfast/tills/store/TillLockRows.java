package io.steadfast.tills.store;

import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.tills.core.TillLock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Wrong PINs at tills. */
@ApplicationScoped
public class TillLockRows {

    private static final String READ = "SELECT wrong_pins, wrong_since, locked_until FROM till WHERE till_id = ?";
    private static final String LOCK = READ + " FOR UPDATE";
    private static final String KEEP =
            "UPDATE till SET wrong_pins = ?, wrong_since = ?, locked_until = ? WHERE till_id = ?";

    @Inject
    private TenantStore store;

    public Optional<TillLock> find(UUID till) {
        return read(READ, till);
    }

    /** The row is locked, so that many tries at once count as many. */
    public Optional<TillLock> lock(UUID till) {
        return read(LOCK, till);
    }

    public void keep(UUID till, TillLock lock) {
        store.sql(KEEP)
                .number(lock.wrong())
                .instant(lock.since())
                .instant(lock.lockedUntil())
                .id(till)
                .run();
    }

    private Optional<TillLock> read(String sql, UUID till) {
        return store.sql(sql)
                .id(till)
                .one(row -> new TillLock(
                        row.integer("wrong_pins"),
                        row.optionalInstant("wrong_since"),
                        row.optionalInstant("locked_until")));
    }
}
