package io.steadfast.platform.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;

/**
 * One transaction for many small readings: each by itself would borrow a connection, put the tenant's schema and role on it and
 * commit. Doors called meanwhile join it; one that begins a transaction of its own would hold a second connection, and enough of
 * those at once would wait for each other, so none may be among them.
 */
@ApplicationScoped
public class OneTransaction {

    /** Every statement sees what is committed when it begins. A refusal on the way leaves nothing written and nothing readable. */
    @Transactional
    public void reading(Runnable work) {
        work.run();
    }

    /** As {@link #reading}, with what was read. */
    @Transactional
    public <T> T read(Supplier<T> work) {
        return work.get();
    }
}
